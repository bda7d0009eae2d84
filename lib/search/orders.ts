import { distanceKm } from '@/lib/geo/distance';
import type { LatLng } from '@/lib/geo/types';
import type { Columns } from './columns';
import type { SearchIndex, StoredOrder } from './search-index';

/** A permutation of the living rows: `rows[place]` is a row, `place[row]` its place. */
export interface Permutation {
  rows: Int32Array;
  place: Int32Array;
}

/** The stored orders of one state of the columns, each read when it is first asked for. */
export class Orders {
  readonly #known = new Map<StoredOrder, Permutation>();
  #placesById: Buffer | undefined;
  readonly #index: SearchIndex;
  readonly #columns: Columns;

  constructor(index: SearchIndex, columns: Columns) {
    this.#index = index;
    this.#columns = columns;
  }

  by(order: StoredOrder): Permutation {
    const known = this.#known.get(order);
    if (known) return known;
    const columns = this.#columns;
    const rows = Int32Array.from(this.#index.order(order), (id) => columns.rowOf(id));
    const place = new Int32Array(columns.size);
    for (let at = 0; at < rows.length; at++) place[rows[at] as number] = at;
    const permutation = { rows, place };
    this.#known.set(order, permutation);
    return permutation;
  }

  /** For each id, beginning with 1, its place among the names: four bytes that compare as the number does. */
  placesById(): Buffer {
    if (this.#placesById) return this.#placesById;
    const { rows } = this.by('nameLatn');
    const places = Buffer.alloc(this.#columns.maxId * 4);
    for (let at = 0; at < rows.length; at++) {
      places.writeUInt32BE(at, ((this.#columns.id[rows[at] as number] as number) - 1) * 4);
    }
    this.#placesById = places;
    return places;
  }
}

/** A share of all rows so small that sorting it is cheaper than walking through the whole order. */
const FEW = 1 / 32;

/** A slice of some rows in a stored order. @param end exclusive */
export function sliceInOrder(
  rows: Int32Array,
  { rows: all, place }: Permutation,
  start: number,
  end: number,
): Int32Array {
  if (rows.length < all.length * FEW) {
    const places = rows.map((row) => place[row] as number).sort();
    return places.slice(start, end).map((at) => all[at] as number);
  }
  const wanted = new Uint8Array(all.length);
  for (let at = 0; at < rows.length; at++) wanted[place[rows[at] as number] as number] = 1;
  const slice = new Int32Array(Math.max(0, Math.min(end, rows.length) - start));
  let seen = 0;
  for (let at = 0; at < all.length && seen < end; at++) {
    if (wanted[at] !== 1) continue;
    if (seen >= start) slice[seen - start] = all[at] as number;
    seen++;
  }
  return slice;
}

/** A slice of some rows by distance from a point, nearest first; those without a position last, by name. */
export function sliceByDistance(
  rows: Int32Array,
  columns: Columns,
  near: LatLng,
  { place }: Permutation,
  start: number,
  end: number,
): Int32Array {
  const distances = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const isPlaced = (columns.location[row] as number) >= 0;
    distances[at] = isPlaced
      ? distanceKm(near, { lat: columns.lat[row] as number, lng: columns.lng[row] as number })
      : Number.POSITIVE_INFINITY;
  }
  const isBefore = (a: number, b: number) => {
    const difference = (distances[a] as number) - (distances[b] as number);
    if (difference !== 0 && !Number.isNaN(difference)) return difference < 0;
    return (place[rows[a] as number] as number) < (place[rows[b] as number] as number);
  };
  return smallest(rows.length, Math.min(end, rows.length), isBefore)
    .slice(start)
    .map((at) => rows[at] as number);
}

/** The `wanted` first of the numbers 0 to `count - 1` under a strict order, sorted: a heap of those, the last on top. */
export function smallest(count: number, wanted: number, isBefore: (a: number, b: number) => boolean): Int32Array {
  const heap = new Int32Array(wanted);
  let size = 0;
  for (let next = 0; next < count; next++) {
    if (size < wanted) {
      heap[size] = next;
      siftUp(heap, size++, isBefore);
    } else if (wanted > 0 && isBefore(next, heap[0] as number)) {
      heap[0] = next;
      siftDown(heap, size, isBefore);
    }
  }
  return heap.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

type IsBefore = (a: number, b: number) => boolean;

function siftUp(heap: Int32Array, from: number, isBefore: IsBefore): void {
  const item = heap[from] as number;
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(heap[parent] as number, item)) break;
    heap[at] = heap[parent] as number;
    at = parent;
  }
  heap[at] = item;
}

function siftDown(heap: Int32Array, size: number, isBefore: IsBefore): void {
  const item = heap[0] as number;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && isBefore(heap[child] as number, heap[child + 1] as number)) child++;
    if (!isBefore(item, heap[child] as number)) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = item;
}
