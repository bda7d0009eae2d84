/** Limits, names and codes of the files that come with a story. Pure: the form, the server and the cleaner read them. */

export const FILE_KINDS = ['photo', 'document'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Widths of a photo's renditions, in pixels. None is wider than the photo itself. */
export const RENDITION_WIDTHS = [480, 960, 1600] as const;
export const RENDITION_FORMATS = ['avif', 'webp', 'jpg'] as const;
export type RenditionFormat = (typeof RENDITION_FORMATS)[number];

/** Longer side of the cleaned original, in pixels: what a full page of A4 takes in print, and no more to look after. */
export const ORIGINAL_MAX_SIDE = 4_096;
/** A photo with more pixels than this is not opened. Today's phones make 12 to 48 million by default. */
export const MAX_PIXELS = 50_000_000;
/** Pages of a document. */
export const MAX_PAGES = 200;

/** Largest request that uploads: two whole files and the page's texts (server/request-checks.ts lets no more in). */
export const LARGEST_UPLOAD = 21 * 1024 * 1024;
/** Files that are taken from one request; the rest is told so. */
export const MOST_FILES_AT_ONCE = 8;
/** Longest name of a file that is kept, in signs. */
export const FILE_NAME_MAX = 120;

/** Why a file was not taken. Each has its words in `StoryFiles.refused`. */
export const REFUSALS = [
  'tooLarge',
  'empty',
  'notAPicture',
  'heic',
  'animated',
  'broken',
  'tooManyPixels',
  'notAPdf',
  'pdfEncrypted',
  'pdfActive',
  'tooManyPages',
  'tooMany',
  'notClean',
  'tooSlow',
  'busy',
  'limited',
  'diskFull',
  'interrupted',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** What is sent to `accept` of a file field; the content decides, not this. */
export const ACCEPTED = { photo: 'image/jpeg,image/png,image/webp', document: 'application/pdf' } as const;
