import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { MAX_PIXELS } from '../fields';
import { hasMarks, type PhotoMarks, toPixels } from '../marks';
import type { CleanFile, CleanOutcome } from './outcome';
import { assertClean, openPhoto, writeOriginal, writeRenditions } from './photo';

/**
 * Makes a photo anew with boxes burned into its pixels, and cut to a part of it: its original and every size, each coded from
 * pixels that hold nothing of what was covered. Without marks it is the photo as it was kept, byte for byte.
 * @param input path of the kept original, which this cleaner wrote before
 * @param folder where the pictures are written
 */
export async function redactPhoto(input: string, folder: string, marks: PhotoMarks): Promise<CleanOutcome> {
  const format = await openPhoto(input);
  const files: CleanFile[] = [];
  const original = hasMarks(marks)
    ? await writeOriginal(await withMarks(input, marks), format, folder, files)
    : await keepOriginal(input, format, folder, files);
  await writeRenditions(original, folder, files);
  await assertClean(folder, files);
  return { ok: true, kind: 'photo', files, pages: null, place: null };
}

async function keepOriginal(input: string, format: 'jpg' | 'png' | 'webp', folder: string, files: CleanFile[]) {
  const file = `original.${format}`;
  const { width, height } = await sharp(input).metadata();
  await copyFile(input, path.join(folder, file));
  files.push({ file, name: 'original', format, width, height });
  return path.join(folder, file);
}

async function withMarks(input: string, { crop, boxes }: PhotoMarks): Promise<Sharp> {
  const { width, height } = await sharp(input, { limitInputPixels: MAX_PIXELS }).metadata();
  const covers = boxes.map((box) => {
    const { left, top, ...size } = toPixels(box, width, height);
    return { input: { create: { ...size, channels: 3 as const, background: '#000000' } }, left, top };
  });
  // In two steps: within one, sharp cuts before it lays anything over.
  const { data, info } = await sharp(input, { limitInputPixels: MAX_PIXELS })
    .composite(covers)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const cut = crop && toPixels(crop, info.width, info.height);
  return (cut ? picture.extract(cut) : picture).toColourspace('srgb');
}
