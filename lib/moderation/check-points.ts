/** What whoever reads a story looks at, in the order of the keys 1 to 6. */
export const CHECK_POINTS = ['ours', 'complete', 'personalData', 'people', 'duplicates', 'language'] as const;
export type CheckPoint = (typeof CHECK_POINTS)[number];

export function isCheckPoint(value: unknown): value is CheckPoint {
  return CHECK_POINTS.includes(value as CheckPoint);
}
