import type { Clusters } from '@/lib/geo/clusters';
import { MARKS } from '@/lib/geo/marks';
import { type Positions, PRECISIONS } from '@/lib/geo/positions';
import type { LatLng } from '@/lib/geo/types';

/** What the internal map interface answers; `values` is read by `decodePlaces` or `decodePiles`. */
export interface MapAnswer {
  /** Hits of the query, those without a position included. */
  total: number;
  withoutPosition: number;
  /** Whether the answer holds all hits, or only those of the rectangle that was asked for. */
  scope: 'all' | 'view';
  /** Places with the records that stand there, or piles that the server has gathered. */
  form: 'places' | 'piles';
  values: number[];
}

/** A record on the map. */
export interface MapRecord {
  id: number;
  /** Index in `MARKS`. */
  mark: number;
  /** Index in `PRECISIONS`. */
  precision: number;
}

/** A point and all records that stand exactly there. */
export interface MapPlace extends LatLng {
  records: MapRecord[];
}

/** Records that the server has gathered for one zoom. */
export interface MapPile extends LatLng {
  count: number;
  /** The record, when there is only one. */
  record: MapRecord | null;
  /** All of them stand on one point. */
  onePlace: boolean;
  /** Only the municipality is known of all of them. */
  coarse: boolean;
  /** They do not all stand in the district of the middle. */
  around: boolean;
}

/** Five decimals: about a metre. */
export const UNITS = 100_000;

const codeOf = (mark: number, precision: number) => mark * PRECISIONS.length + precision;
const recordOf = (id: number, code: number): MapRecord => ({
  id,
  mark: Math.floor(code / PRECISIONS.length) % MARKS.length,
  precision: code % PRECISIONS.length,
});

/**
 * Records as whole numbers, grouped by the point on which they stand, from north to south and west to east:
 * `[dLat, dLng, n, id, code, id, code, …]` for each point, coordinates as differences from the point before.
 *
 * @param indexes which of the positions; all by default
 */
export function encodePlaces(positions: Positions, indexes?: readonly number[]): number[] {
  const wanted = indexes ?? Array.from(positions.ids, (_, index) => index);
  const points = wanted.map((index) => ({
    index,
    lat: Math.round((positions.lat[index] as number) * UNITS),
    lng: Math.round((positions.lng[index] as number) * UNITS),
    id: positions.ids[index] as number,
  }));
  points.sort((a, b) => b.lat - a.lat || a.lng - b.lng || a.id - b.id);

  const values: number[] = [];
  let lat = 0;
  let lng = 0;
  let countAt = -1;
  for (const point of points) {
    if (countAt < 0 || point.lat !== lat || point.lng !== lng) {
      values.push(point.lat - lat, point.lng - lng, 0);
      countAt = values.length - 1;
      lat = point.lat;
      lng = point.lng;
    }
    values[countAt] = (values[countAt] as number) + 1;
    const code = codeOf(positions.markIndex[point.index] as number, positions.precisionIndex[point.index] as number);
    values.push(point.id, code);
  }
  return values;
}

/** The inverse of `encodePlaces`. */
export function decodePlaces(values: readonly number[]): MapPlace[] {
  const places: MapPlace[] = [];
  let lat = 0;
  let lng = 0;
  for (let at = 0; at + 2 < values.length; ) {
    lat += values[at] as number;
    lng += values[at + 1] as number;
    const count = values[at + 2] as number;
    at += 3;
    const records: MapRecord[] = [];
    for (let i = 0; i < count; i++, at += 2) records.push(recordOf(values[at] as number, values[at + 1] as number));
    places.push({ lat: lat / UNITS, lng: lng / UNITS, records });
  }
  return places;
}

const ONE_PLACE = 1;
const COARSE = 2;
const AROUND = 4;

/**
 * Piles as whole numbers: `[dLat, dLng, count, flags]`, or `[dLat, dLng, 1, id, code]` for a single record.
 *
 * @param isAround whether the members of the pile with this index lie in more than one district
 */
export function encodePiles(clusters: Clusters, positions: Positions, isAround: (index: number) => boolean): number[] {
  const order = Array.from(clusters.count, (_, index) => index).sort(
    (a, b) => (clusters.lat[b] as number) - (clusters.lat[a] as number),
  );
  const values: number[] = [];
  let lat = 0;
  let lng = 0;
  for (const index of order) {
    const nextLat = Math.round((clusters.lat[index] as number) * UNITS);
    const nextLng = Math.round((clusters.lng[index] as number) * UNITS);
    const count = clusters.count[index] as number;
    values.push(nextLat - lat, nextLng - lng, count);
    lat = nextLat;
    lng = nextLng;
    if (count === 1) {
      const lead = clusters.lead[index] as number;
      const code = codeOf(positions.markIndex[lead] as number, positions.precisionIndex[lead] as number);
      values.push(positions.ids[lead] as number, code);
    } else {
      const onePlace = clusters.onePlace[index] === 1;
      values.push(
        (onePlace ? ONE_PLACE : 0) | (clusters.coarse[index] === 1 ? COARSE : 0) | (isAround(index) ? AROUND : 0),
      );
    }
  }
  return values;
}

/** The inverse of `encodePiles`. */
export function decodePiles(values: readonly number[]): MapPile[] {
  const piles: MapPile[] = [];
  let lat = 0;
  let lng = 0;
  for (let at = 0; at + 3 < values.length; ) {
    lat += values[at] as number;
    lng += values[at + 1] as number;
    const count = values[at + 2] as number;
    const place = { lat: lat / UNITS, lng: lng / UNITS, count };
    if (count === 1) {
      const record = recordOf(values[at + 3] as number, values[at + 4] as number);
      const coarse = PRECISIONS[record.precision] === 'municipality';
      piles.push({ ...place, record, onePlace: true, coarse, around: false });
      at += 5;
    } else {
      const flags = values[at + 3] as number;
      piles.push({
        ...place,
        record: null,
        onePlace: (flags & ONE_PLACE) !== 0,
        coarse: (flags & COARSE) !== 0,
        around: (flags & AROUND) !== 0,
      });
      at += 4;
    }
  }
  return piles;
}
