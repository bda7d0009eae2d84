import type { TypedBox } from '@/lib/redaction/marks-form';

/** A box in percent of the photo. */
export interface PercentBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The numbers of a box as typed, with a comma or a point; null while they are no numbers. */
export function toNumbers(box: TypedBox): PercentBox | null {
  const read = (text: string) => Number(text.trim().replace(',', '.') || Number.NaN);
  const numbers = { x: read(box.x), y: read(box.y), width: read(box.width), height: read(box.height) };
  return Object.values(numbers).every(Number.isFinite) ? numbers : null;
}

/** A box as the fields show it, in tenths of a percent. */
export function toTypedBox({ x, y, width, height }: PercentBox): TypedBox {
  const write = (value: number) => String(Math.round(value * 10) / 10);
  return { x: write(x), y: write(y), width: write(width), height: write(height) };
}

const STEP = 1;

/** What a key does to a box: arrows move it, with Shift they change its size, Delete removes it; null for other keys. */
export function moveByKey(
  box: PercentBox,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): PercentBox | 'remove' | null {
  if (key === 'Delete' || key === 'Backspace') return 'remove';
  const [right, down] =
    { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[key] ?? [];
  if (right === undefined || down === undefined) return null;
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  if (shiftKey) {
    return {
      ...box,
      width: within(box.width + right, STEP, 100 - box.x),
      height: within(box.height + down, STEP, 100 - box.y),
    };
  }
  return { ...box, x: within(box.x + right, 0, 100 - box.width), y: within(box.y + down, 0, 100 - box.height) };
}
