import { distanceKm } from '@/lib/geo/distance';
import type { Columns, FacetColumn } from './columns';
import type { Corpus } from './corpus';
import type { SearchQuery } from './schema';

/** The columns of some kind of record as they stand on one day. */
export interface FacetTable<Facet extends string> {
  columns: Columns;
  names: readonly Facet[];
  facets: Record<Facet, FacetColumn>;
}

/** Adds the facets that follow from the years and from today's date. @param today YYYY-MM-DD */
export function toFacetTable<Facet extends string>(
  corpus: Corpus<Facet>,
  columns: Columns,
  today: string,
): FacetTable<Facet> {
  const facets = { ...columns.facets, ...corpus.derive(columns, today) } as Record<Facet, FacetColumn>;
  return { columns, names: corpus.facets, facets };
}

/** What is left of the records after the filters, and how many have each value of each facet. */
export interface Sifted<Facet extends string> {
  /** Rows of the hits, in the order of the rows given. */
  rows: Int32Array;
  /** For each facet, the hits by number of value, counted with every filter but the facet's own. */
  counts: Record<Facet, Uint32Array>;
  withoutPosition: number;
}

/**
 * Applies the filters of a query to some rows and counts all facets, in one pass for each column. A row that fails
 * only one facet's filter still counts in that facet: so many would be found with another of its values.
 */
export function sift<Facet extends string>(
  table: FacetTable<Facet>,
  candidates: Int32Array,
  query: SearchQuery<Facet>,
): Sifted<Facet> {
  const { columns, names, facets } = table;
  const within = keepWithin(columns, candidates, query);
  const chosen = names.filter((facet) => (query.facets[facet]?.length ?? 0) > 0);
  // For each row, in how many chosen facets it fails (2 stands for more), and in which one last.
  const failures = new Uint8Array(chosen.length > 0 ? within.length : 0);
  const failedIn = new Uint8Array(failures.length);
  chosen.forEach((facet, at) => {
    markFailures(facets[facet], wantedCodes(facets[facet], query.facets[facet] ?? []), within, failures, failedIn, at);
  });

  const rows = chosen.length === 0 ? within : within.filter((_, at) => failures[at] === 0);
  const counts = {} as Record<Facet, Uint32Array>;
  for (const facet of names) {
    const at = chosen.indexOf(facet);
    const counted =
      at < 0
        ? rows
        : within.filter((_, place) => failures[place] === 0 || (failures[place] === 1 && failedIn[place] === at));
    counts[facet] = countValues(facets[facet], counted);
  }
  return { rows, counts, withoutPosition: countWithoutPosition(columns, rows) };
}

/** The filters that are no facets: years, rectangle, distance. */
function keepWithin(columns: Columns, rows: Int32Array, query: SearchQuery<string>): Int32Array {
  const { yearFrom, yearTo, bbox, near, radiusKm } = query;
  const { year, lat, lng } = columns;
  let kept = rows;
  if (yearFrom !== null || yearTo !== null) {
    const from = yearFrom ?? 1;
    const to = yearTo ?? Number.POSITIVE_INFINITY;
    kept = kept.filter(
      (row) => (year[row] as number) !== 0 && (year[row] as number) >= from && (year[row] as number) <= to,
    );
  }
  if (bbox) {
    const { west, south, east, north } = bbox;
    kept = kept.filter((row) => {
      const y = lat[row] as number;
      const x = lng[row] as number;
      return y >= south && y <= north && x >= west && x <= east;
    });
  }
  if (near && radiusKm !== null) {
    kept = kept.filter((row) => distanceKm(near, { lat: lat[row] as number, lng: lng[row] as number }) <= radiusKm);
  }
  return kept;
}

/** One byte for each value of a facet: 1 when it is chosen. A value that no record has is chosen in vain. */
function wantedCodes({ dictionary }: FacetColumn, values: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(dictionary.values.length);
  for (const value of values) {
    const code = dictionary.codeOf(value);
    if (code !== undefined) wanted[code] = 1;
  }
  return wanted;
}

function markFailures(
  column: FacetColumn,
  wanted: Uint8Array,
  rows: Int32Array,
  failures: Uint8Array,
  failedIn: Uint8Array,
  facet: number,
): void {
  for (let at = 0; at < rows.length; at++) {
    if (hasAny(column, rows[at] as number, wanted)) continue;
    if ((failures[at] as number) < 2) failures[at] = (failures[at] as number) + 1;
    failedIn[at] = facet;
  }
}

function hasAny(column: FacetColumn, row: number, wanted: Uint8Array): boolean {
  if (column.kind === 'single') return wanted[column.codes[row] as number] === 1;
  const start = column.start[row] as number;
  const end = start + (column.length[row] as number);
  for (let at = start; at < end; at++) if (wanted[column.codes[at] as number] === 1) return true;
  return false;
}

function countValues(column: FacetColumn, rows: Int32Array): Uint32Array {
  const counts = new Uint32Array(column.dictionary.values.length);
  const { codes } = column;
  if (column.kind === 'single') {
    for (let at = 0; at < rows.length; at++) {
      const code = codes[rows[at] as number] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    return counts;
  }
  const { start, length } = column;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const from = start[row] as number;
    const to = from + (length[row] as number);
    for (let place = from; place < to; place++) {
      const code = codes[place] as number;
      counts[code] = (counts[code] as number) + 1;
    }
  }
  return counts;
}

function countWithoutPosition({ location }: Columns, rows: Int32Array): number {
  let count = 0;
  for (let at = 0; at < rows.length; at++) if ((location[rows[at] as number] as number) < 0) count++;
  return count;
}
