import type { Point } from './projection';

/** A rectangle of the picture, in pixels. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a name stands: its baseline's beginning (`start`) or end (`end`). */
export interface PlacedName {
  /** Index in the names asked for. */
  index: number;
  x: number;
  y: number;
  anchor: 'start' | 'end';
  /** Whether the settlement's dot is drawn: a marker stands in its place otherwise. */
  dot: boolean;
}

/** A name that wants to stand at a point. */
export interface WantedName {
  text: string;
  at: Point;
}

/** Type of the names: 11.5 px with a dot of 2 px radius (DESIGN.md, section 6). */
const FONT_SIZE = 11.5;
const GAP = 5;
const BASELINE = 4;

/** Width of a name in pixels; a little more than true, so that names do not touch. */
export function widthOfName(text: string): number {
  let width = 0;
  for (const letter of text) width += /[\p{Lu}\p{Script=Cyrillic}mwšž]/u.test(letter) ? 0.62 : 0.51;
  return width * FONT_SIZE + 2;
}

/** Whether two rectangles have a point in common. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Places names in the order given, the important ones first. A name stands to the right of its dot or of the
 * marker in its place, or else to the left, and gives way to every marker and to every name before it: one for
 * which there is no room is left out.
 *
 * @param markers what the names must not touch
 * @param frame what the names must not leave
 */
export function placeNames(names: readonly WantedName[], markers: readonly Rect[], frame: Rect): PlacedName[] {
  const taken: Rect[] = [...markers];
  const placed: PlacedName[] = [];
  names.forEach(({ text, at }, index) => {
    const dot: Rect = { left: at.x - 2, top: at.y - 2, right: at.x + 2, bottom: at.y + 2 };
    if (!isWithin(dot, frame)) return;
    const covering = markers.find((marker) => overlaps(marker, dot));
    if (!covering && taken.some((other) => overlaps(other, dot))) return;
    const edge = covering ?? dot;
    const middle = covering ? (covering.top + covering.bottom) / 2 : at.y;
    const width = widthOfName(text);
    const choices = [
      { anchor: 'start' as const, x: edge.right + GAP - 2, left: edge.right + GAP - 2 },
      { anchor: 'end' as const, x: edge.left - GAP + 2, left: edge.left - GAP + 2 - width },
    ];
    for (const { anchor, x, left } of choices) {
      const box = { left, right: left + width, top: middle - FONT_SIZE / 2, bottom: middle + FONT_SIZE / 2 + 1 };
      if (!isWithin(box, frame) || taken.some((other) => overlaps(other, box))) continue;
      placed.push({ index, x, y: middle + BASELINE, anchor, dot: !covering });
      taken.push(box, dot);
      return;
    }
  });
  return placed;
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}
