import type { Precision } from './types';

/** The precisions that are published, in the order in which the map's answers number them. */
export const PRECISIONS = ['address', 'settlement', 'municipality'] as const satisfies readonly Precision[];

/** Place of a precision in `PRECISIONS`. */
export function precisionIndex(precision: Precision): number {
  return PRECISIONS.indexOf(precision);
}

/** Records with a position, as columns of equal length: the same index is the same record. Degrees WGS84. */
export interface Positions {
  ids: ArrayLike<number>;
  lat: ArrayLike<number>;
  lng: ArrayLike<number>;
  /** Indexes in `MARKS`. */
  markIndex: ArrayLike<number>;
  /** Indexes in `PRECISIONS`. */
  precisionIndex: ArrayLike<number>;
}
