import { RENDITION_FORMATS, RENDITION_WIDTHS, type RenditionFormat } from './fields';

/** Where the fifth page of the form is posted: files and all its texts in one form. */
export const FILES_ACTION = '/api/story/files';
/** Where staff send a story that they took by phone or from paper, with its files and the evidence of the consent. */
export const INTAKE_ACTION = '/api/desk/intake/save';

/** Extension and type of what is served. Both are ours, never the sender's. */
export const SERVED_TYPES = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
} as const;
export type ServedExtension = keyof typeof SERVED_TYPES;

/** Which of a file's contents an address asks for. */
export type WantedContent =
  | { what: 'rendition'; name: string; format: RenditionFormat }
  | { what: 'original'; extension: ServedExtension }
  | { what: 'document' };

const KEY = /^[a-z0-9]{20,40}$/;

/** Whether a text has the shape of a file's key. */
export function isFileKey(text: string): boolean {
  return KEY.test(text);
}

/** Reads the last part of a file's address: `w960.avif`, `original.jpg`, `document.pdf`. Null for anything else. */
export function parseContentName(text: string): WantedContent | null {
  const [, stem = '', extension = ''] = /^([a-z0-9]{1,10})\.([a-z]{3,4})$/.exec(text) ?? [];
  if (stem === 'document') return extension === 'pdf' ? { what: 'document' } : null;
  if (stem === 'original') {
    return extension in SERVED_TYPES && extension !== 'pdf' && extension !== 'avif'
      ? { what: 'original', extension: extension as ServedExtension }
      : null;
  }
  const format = RENDITION_FORMATS.find((known) => known === extension);
  const known = RENDITION_WIDTHS.some((width) => stem === `w${width}`);
  return format && known ? { what: 'rendition', name: stem, format } : null;
}

/**
 * Address of one content of a file, from the root of the site. It holds a random key and a name of ours, nothing of the sender's.
 * @param statusSecret opens what is not public for whoever has the story's status link
 */
export function fileAddress(key: string, content: string, statusSecret?: string): string {
  return `/files/${key}/${content}${statusSecret ? `?t=${encodeURIComponent(statusSecret)}` : ''}`;
}

/** What a `<picture>` needs of a photo. */
export interface PhotoSources {
  /** For `<source>`: by type, best first. */
  sources: { type: string; srcSet: string }[];
  /** For `<img>`: the middle size as JPEG. */
  src: string;
  width: number;
  height: number;
}

/** The sources of a photo by format, each with its widths in pixels. */
export function photoSources(
  photo: { key: string; sizes: readonly { name: string; width: number; height: number }[] },
  statusSecret?: string,
): PhotoSources {
  const address = (name: string, format: RenditionFormat) => fileAddress(photo.key, `${name}.${format}`, statusSecret);
  const shown = photo.sizes.find(({ name }) => name === 'w960') ?? photo.sizes[0];
  return {
    sources: (['avif', 'webp'] as const).map((format) => ({
      type: SERVED_TYPES[format],
      srcSet: photo.sizes.map(({ name, width }) => `${address(name, format)} ${width}w`).join(', '),
    })),
    src: address(shown?.name ?? 'w480', 'jpg'),
    width: shown?.width ?? 0,
    height: shown?.height ?? 0,
  };
}
