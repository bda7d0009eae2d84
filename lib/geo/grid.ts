import type { Positions } from './positions';
import type { BoundingBox } from './types';

/** Side of a square, in degrees: a few kilometres, so that a view of one town touches a handful. */
const SQUARE = 0.02;

/** Positions sorted into squares, so that a view looks only at what lies in it or beside it. */
export interface Grid {
  /** The square in the south-west corner, counted from the equator and the prime meridian. */
  firstRow: number;
  firstColumn: number;
  rows: number;
  columns: number;
  /** Where each square begins in `indexes`, row by row from the south-west; one more for the end. */
  starts: Uint32Array;
  /** Indexes in the positions. */
  indexes: Uint32Array;
}

const squareOf = (degrees: number) => Math.floor(degrees / SQUARE);

/** Sorts positions into squares, in two passes. */
export function toGrid({ lat, lng }: Positions): Grid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lat.length; i++) {
    south = Math.min(south, lat[i] as number);
    north = Math.max(north, lat[i] as number);
    west = Math.min(west, lng[i] as number);
    east = Math.max(east, lng[i] as number);
  }
  const isEmpty = lat.length === 0;
  const firstRow = isEmpty ? 0 : squareOf(south);
  const firstColumn = isEmpty ? 0 : squareOf(west);
  const rows = isEmpty ? 0 : squareOf(north) - firstRow + 1;
  const columns = isEmpty ? 0 : squareOf(east) - firstColumn + 1;
  const squareAt = (i: number) =>
    (squareOf(lat[i] as number) - firstRow) * columns + squareOf(lng[i] as number) - firstColumn;

  const starts = new Uint32Array(rows * columns + 1);
  for (let i = 0; i < lat.length; i++) {
    const next = squareAt(i) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let square = 1; square < starts.length; square++) {
    starts[square] = (starts[square] as number) + (starts[square - 1] as number);
  }
  const free = starts.slice();
  const indexes = new Uint32Array(lat.length);
  for (let i = 0; i < lat.length; i++) {
    const square = squareAt(i);
    const place = free[square] as number;
    indexes[place] = i;
    free[square] = place + 1;
  }
  return { firstRow, firstColumn, rows, columns, starts, indexes };
}

/**
 * Indexes of the positions in the squares that a box touches: all that lie in the box, and some just outside it.
 * The same box has the same answer, in the same order.
 */
export function indexesAround(grid: Grid, { west, south, east, north }: BoundingBox): Uint32Array {
  const { firstRow, firstColumn, rows, columns, starts, indexes } = grid;
  const left = Math.max(0, squareOf(west) - firstColumn);
  const right = Math.min(columns - 1, squareOf(east) - firstColumn);
  const bottom = Math.max(0, squareOf(south) - firstRow);
  const top = Math.min(rows - 1, squareOf(north) - firstRow);
  if (left > right) return new Uint32Array(0);
  // The squares of a row lie side by side, and so do whole rows.
  if (left === 0 && right === columns - 1) {
    return bottom > top ? new Uint32Array(0) : indexes.subarray(starts[bottom * columns], starts[(top + 1) * columns]);
  }
  const found: Uint32Array[] = [];
  for (let row = bottom; row <= top; row++) {
    found.push(indexes.subarray(starts[row * columns + left], starts[row * columns + right + 1]));
  }
  const all = new Uint32Array(found.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of found) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
