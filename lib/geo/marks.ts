/**
 * The marks of the identity, in the order in which the map's answers number them: nine fields of activity (the `mark` of the
 * terms of taxonomy `activityField`), the open tile, which stands for "not known", and that of the stories.
 */
export const MARKS = [
  'food',
  'craft',
  'land',
  'work',
  'loop',
  'trade',
  'care',
  'stay',
  'sun',
  'open',
  'story',
] as const;
export type Mark = (typeof MARKS)[number];

/** Place of a mark in `MARKS`; that of the open tile for a mark that does not exist. */
export function markIndex(mark: string): number {
  const index = MARKS.indexOf(mark as Mark);
  return index < 0 ? MARKS.indexOf('open') : index;
}
