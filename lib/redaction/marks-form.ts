import { type Box, MOST_BOXES, type PhotoMarks, SMALLEST_BOX, SMALLEST_CROP, WHOLE } from '@/lib/files/marks';
import { readDecimal } from '@/lib/submissions/values';

/** Sides of a box, as the controls name them. */
export const SIDES = ['x', 'y', 'width', 'height'] as const;
export type Side = (typeof SIDES)[number];

/** Name of one number field: `crop.x`, `box.0.width`. */
export const sideControl = (box: 'crop' | number, side: Side) =>
  box === 'crop' ? `crop.${side}` : `box.${box}.${side}`;

/** A box as typed, in percent. */
export type TypedBox = Record<Side, string>;

export interface TypedMarks {
  crop: TypedBox;
  boxes: TypedBox[];
}

export const EMPTY_BOX: TypedBox = { x: '', y: '', width: '', height: '' };

/** A number field's name of the place that is wrong: `crop`, or the number of the box. */
export type MarkFault = { at: 'crop' | number; code: 'notNumbers' | 'outside' | 'tooSmall' };

type Get = (name: string) => string;

/** What was typed; boxes without any number are left out. */
export function typedMarks(get: Get): TypedMarks {
  const box = (at: 'crop' | number): TypedBox =>
    Object.fromEntries(SIDES.map((side) => [side, get(sideControl(at, side)).trim()])) as TypedBox;
  const boxes = Array.from({ length: MOST_BOXES }, (_, at) => box(at)).filter((one) => !isEmpty(one));
  return { crop: box('crop'), boxes };
}

export const isEmpty = (box: TypedBox) => SIDES.every((side) => box[side] === '');

/** Reads what was typed. A box that reaches over the edge is cut at it; one that lies outside is a fault. */
export function readMarks(typed: TypedMarks): { marks: PhotoMarks; faults: MarkFault[] } {
  const faults: MarkFault[] = [];
  const read = (box: TypedBox, at: 'crop' | number, smallest: number): Box | null => {
    const found = readBox(box, smallest);
    if (typeof found !== 'string') return found;
    faults.push({ at, code: found });
    return null;
  };
  const crop = isEmpty(typed.crop) ? null : read(typed.crop, 'crop', SMALLEST_CROP);
  const boxes = typed.boxes.flatMap((box, at) => read(box, at, SMALLEST_BOX) ?? []);
  return { marks: { crop: isWhole(crop) ? null : crop, boxes }, faults };
}

const isWhole = (box: Box | null) => box !== null && box.width >= WHOLE && box.height >= WHOLE;

function readBox(box: TypedBox, smallest: number): Box | MarkFault['code'] {
  const numbers = SIDES.map((side) => readDecimal(box[side]));
  if (numbers.some((number) => number === null)) return 'notNumbers';
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map((number) => Math.round((number ?? 0) * 100));
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(WHOLE, x + width), Math.min(WHOLE, y + height)];
  if (left >= WHOLE || top >= WHOLE || right <= 0 || bottom <= 0) return 'outside';
  if (right - left < smallest || bottom - top < smallest) return 'tooSmall';
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Marks as the controls show them. */
export function toTyped({ crop, boxes }: PhotoMarks): TypedMarks {
  const typed = (box: Box): TypedBox =>
    Object.fromEntries(SIDES.map((side) => [side, String(box[side] / 100)])) as TypedBox;
  return { crop: crop ? typed(crop) : EMPTY_BOX, boxes: boxes.map(typed) };
}
