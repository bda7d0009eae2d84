/**
 * What is done to a photo before others see it: it is cut to a part of itself, and boxes are burned into it. Lengths are in
 * hundredths of a percent (0 to 10,000) of the photo as it was kept, so they hold for every size of it. Pure.
 */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PhotoMarks {
  crop: Box | null;
  boxes: Box[];
}

export const WHOLE = 10_000;
/** A smaller box covers nothing, a smaller part shows nothing. */
export const SMALLEST_BOX = 30;
export const SMALLEST_CROP = 500;
export const MOST_BOXES = 20;

export const NO_MARKS: PhotoMarks = { crop: null, boxes: [] };

export function hasMarks({ crop, boxes }: PhotoMarks): boolean {
  return crop !== null || boxes.length > 0;
}

/** A box in pixels; outward, so that it covers every pixel that it touches. */
export function toPixels(box: Box, width: number, height: number) {
  const left = Math.floor((box.x * width) / WHOLE);
  const top = Math.floor((box.y * height) / WHOLE);
  const right = Math.min(width, Math.ceil(((box.x + box.width) * width) / WHOLE));
  const bottom = Math.min(height, Math.ceil(((box.y + box.height) * height) / WHOLE));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
