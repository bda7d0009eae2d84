import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type/core';
import sharp, { type Sharp } from 'sharp';
import { MAX_PIXELS, ORIGINAL_MAX_SIDE, RENDITION_WIDTHS } from '../fields';
import { placeInExif } from './exif-place';
import { metadataIn } from './metadata';
import { type CleanFile, type CleanOutcome, Refused } from './outcome';

// One thread: two would halve the time of a photo and take both cores from those who search.
sharp.concurrency(1);
sharp.cache(false);

/** Formats that are opened, by their content's type; all others are refused before anything reads them. */
const OPENED = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;
type OpenedType = keyof typeof OPENED;
const HEIC = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'];

/** Seconds for one picture; a crafted JPEG of a thousand scans would take minutes. */
const SECONDS = 60;

/** Qualities at which a photo of 12 megapixels gives 0.1 MB at 1600 pixels. AVIF above effort 3 takes ten times as long. */
const QUALITY = {
  original: { jpg: { quality: 90 }, webp: { quality: 90 }, png: { compressionLevel: 8 } },
  avif: { quality: 50, effort: 2 },
  webp: { quality: 76 },
  jpg: { quality: 80, mozjpeg: true },
} as const;

/**
 * Makes clean pictures of a photo: the original (at most ORIGINAL_MAX_SIDE), and each width in three formats. All are coded
 * anew from the pixels: turned the right way up, in sRGB, without any metadata, and nothing that stood behind the picture.
 * @param input path of the sender's file
 * @param folder where the pictures are written
 * @throws Refused, or what sharp throws at a broken file
 */
export async function cleanPhoto(input: string, folder: string): Promise<CleanOutcome> {
  const format = await openPhoto(input);
  const { exif } = await checkedHeader(input);
  const files: CleanFile[] = [];
  const upright = sharp(input, { failOn: 'error', limitInputPixels: MAX_PIXELS })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ width: ORIGINAL_MAX_SIDE, height: ORIGINAL_MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  await writeRenditions(await writeOriginal(upright, format, folder, files), folder, files);
  await assertClean(folder, files);
  return { ok: true, kind: 'photo', files, pages: null, place: exif ? placeInExif(exif) : null };
}

/** Format of a photo that is opened. @throws Refused for anything else */
export async function openPhoto(input: string): Promise<'jpg' | 'png' | 'webp'> {
  return OPENED[await openedType(input)];
}

/** Writes the original. @param files it is added to them @returns its path */
export async function writeOriginal(
  picture: Sharp,
  format: 'jpg' | 'png' | 'webp',
  folder: string,
  files: CleanFile[],
): Promise<string> {
  return writePicture(WRITERS_OF_ORIGINAL[format](picture), { name: 'original', as: format }, folder, files);
}

/** Writes the sizes of an original in three formats. @param files they are added to them */
export async function writeRenditions(original: string, folder: string, files: CleanFile[]): Promise<void> {
  const { width: widest = 0 } = await sharp(original).metadata();
  for (const width of RENDITION_WIDTHS) {
    const narrower = sharp(original)
      .timeout({ seconds: SECONDS })
      .resize({ width: Math.min(width, widest), withoutEnlargement: true });
    for (const as of ['avif', 'webp', 'jpg'] as const)
      await writePicture(WRITERS[as](narrower.clone()), { name: `w${width}`, as }, folder, files);
    // The first width that takes the whole photo is the last.
    if (widest <= width) break;
  }
}

async function writePicture(
  picture: Sharp,
  { name, as }: { name: string; as: keyof typeof WRITERS },
  folder: string,
  files: CleanFile[],
): Promise<string> {
  const file = `${name}.${as}`;
  const { width, height } = await picture.toFile(path.join(folder, file));
  files.push({ file, name, format: as, width, height });
  return path.join(folder, file);
}

/** Reads what was written. @throws Refused when anything but the picture stands in it */
export async function assertClean(folder: string, files: readonly CleanFile[]): Promise<void> {
  for (const { file, format: as } of files) {
    if (metadataIn(await readFile(path.join(folder, file)), as as keyof typeof WRITERS).length > 0) {
      throw new Refused('notClean');
    }
  }
}

const WRITERS_OF_ORIGINAL = {
  jpg: (picture: Sharp) => picture.jpeg(QUALITY.original.jpg),
  png: (picture: Sharp) => picture.png(QUALITY.original.png),
  webp: (picture: Sharp) => picture.webp(QUALITY.original.webp),
};

const WRITERS = {
  avif: (picture: Sharp) => picture.avif(QUALITY.avif),
  webp: (picture: Sharp) => picture.webp(QUALITY.webp),
  // What shines through becomes white, not black.
  jpg: (picture: Sharp) => picture.flatten({ background: '#ffffff' }).jpeg(QUALITY.jpg),
  png: (picture: Sharp) => picture.png(),
};

/** Enough for every signature, and for the marks of an animation that stand before the first picture. */
const HEAD_BYTES = 64 * 1024;

async function headOf(input: string): Promise<Buffer> {
  const handle = await open(input, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Type of the file by its content. */
async function openedType(input: string): Promise<OpenedType> {
  const type = (await fileTypeFromBuffer(await headOf(input)))?.mime ?? '';
  if (HEIC.includes(type)) throw new Refused('heic');
  if (type === 'image/apng') throw new Refused('animated');
  if (type === 'image/gif') {
    const { pages = 1 } = await sharp(input, { limitInputPixels: MAX_PIXELS }).metadata();
    throw new Refused(pages > 1 ? 'animated' : 'notAPicture');
  }
  if (!(type in OPENED)) throw new Refused('notAPicture');
  return type as OpenedType;
}

/** Reads the head only: nothing is decoded before the number of pixels is known. */
async function checkedHeader(input: string): Promise<{ exif: Buffer | undefined }> {
  const {
    width,
    height,
    pages = 1,
    exif,
  } = await sharp(input, { limitInputPixels: false, failOn: 'error' }).metadata();
  if (width * height > MAX_PIXELS) throw new Refused('tooManyPixels');
  if (pages > 1) throw new Refused('animated');
  return { exif };
}
