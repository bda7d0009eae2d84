import { markIndex } from '@/lib/geo/marks';
import { precisionIndex } from '@/lib/geo/positions';
import type { Precision } from '@/lib/geo/types';
import { NOT_STATED } from './schema';
import type { DocumentRow } from './search-index';

/** Number of the value `NOT_STATED` in every facet. */
export const NOT_STATED_CODE = 0;

/** `precision` of a record without a position. */
export const NO_POSITION = 255;

const MS_PER_DAY = 86_400_000;

/** The number of a day, YYYY-MM-DD; 0 for none. */
export function dayNumber(day: string | null): number {
  const time = day === null ? Number.NaN : Date.parse(day);
  return Number.isNaN(time) ? 0 : Math.floor(time / MS_PER_DAY);
}

/** The values of a facet, numbered; 0 is `NOT_STATED`. */
export class FacetValues {
  readonly values: string[] = [NOT_STATED];
  readonly #codes = new Map<string, number>([[NOT_STATED, NOT_STATED_CODE]]);

  /** The number of a value; a value that is new gets the next one. */
  add(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }

  codeOf(value: string): number | undefined {
    return this.#codes.get(value);
  }
}

/** A facet of which a record has one value: `codes[row]`. */
export interface SingleColumn {
  kind: 'single';
  dictionary: FacetValues;
  codes: Uint16Array;
}

/** A facet of which a record may have several: `codes[start[row]]` and the `length[row] - 1` after it, never none. */
export interface MultiColumn {
  kind: 'multi';
  dictionary: FacetValues;
  start: Uint32Array;
  length: Uint16Array;
  codes: Uint16Array;
  used: number;
}

export type FacetColumn = SingleColumn | MultiColumn;

/**
 * What filters, counts and sorts need of every record, as typed arrays; a row is a record. Rows are never given
 * up: a removed record's row is not alive, and a record that comes back gets its old row.
 */
export class Columns {
  /** Rows in use. */
  size = 0;
  /** Rows of public records. */
  living = 0;
  /** Largest id. */
  maxId = 0;
  id = new Int32Array(0);
  alive = new Uint8Array(0);
  lat = new Float64Array(0);
  lng = new Float64Array(0);
  /** 0: not known. */
  year = new Int16Array(0);
  /** `dayNumber` of the last verification; 0: never. */
  verifiedDay = new Int32Array(0);
  mark = new Uint8Array(0);
  /** Index in PRECISIONS, or `NO_POSITION`. */
  precision = new Uint8Array(0);
  /** Equal for records on exactly the same point; -1 without a position. */
  location = new Int32Array(0);
  /** By the name of the facet. */
  readonly facets: Readonly<Record<string, FacetColumn>>;
  readonly #stored: readonly string[];
  #rowOfId = new Int32Array(0);
  readonly #locations = new Map<string, number>();

  /**
   * @param stored the facets whose values come with a record, in that order
   * @param multiValued those of which a record may have several values
   */
  constructor(stored: readonly string[], multiValued: readonly string[]) {
    this.#stored = stored;
    this.facets = Object.fromEntries(
      stored.map((facet) => [facet, multiValued.includes(facet) ? emptyMulti() : emptySingle()]),
    );
  }

  /** The row of a record; -1 when it has none or is not public. */
  rowOf(id: number): number {
    const row = (this.#rowOfId[id] ?? 0) - 1;
    return row >= 0 && this.alive[row] === 1 ? row : -1;
  }

  /** Takes over what changed in some records. */
  apply(documents: Iterable<DocumentRow>): void {
    for (const document of documents) {
      this.#reserve(document.id);
      this.#put(document);
    }
  }

  #put(document: DocumentRow): void {
    const row = this.#rowFor(document.id);
    const isAlive = document.removed ? 0 : 1;
    this.living += isAlive - (this.alive[row] as number);
    this.alive[row] = isAlive;
    this.lat[row] = document.lat ?? Number.NaN;
    this.lng[row] = document.lng ?? Number.NaN;
    this.year[row] = document.foundedYear ?? 0;
    this.verifiedDay[row] = dayNumber(document.verifiedOn);
    this.mark[row] = markIndex(document.mark);
    this.location[row] = this.#locationOf(document);
    const values = JSON.parse(document.facets) as string[][];
    for (const [at, facet] of this.#stored.entries())
      setValues(this.facets[facet] as FacetColumn, row, values[at] ?? []);
    const precision = values[this.#stored.indexOf('precision')]?.[0];
    this.precision[row] = precision === undefined ? NO_POSITION : precisionIndex(precision as Precision);
  }

  #rowFor(id: number): number {
    const known = (this.#rowOfId[id] as number) - 1;
    if (known >= 0) return known;
    const row = this.size++;
    this.#rowOfId[id] = row + 1;
    this.id[row] = id;
    return row;
  }

  #locationOf({ lat, lng }: DocumentRow): number {
    if (lat === null || lng === null) return -1;
    const key = `${lat},${lng}`;
    const known = this.#locations.get(key);
    if (known !== undefined) return known;
    this.#locations.set(key, this.#locations.size);
    return this.#locations.size - 1;
  }

  /** Makes room for one more row. */
  #reserve(id: number): void {
    this.maxId = Math.max(this.maxId, id);
    if (id >= this.#rowOfId.length) this.#rowOfId = grown(this.#rowOfId, roomFor(id + 1));
    if (this.size < this.id.length) return;
    const room = roomFor(this.size + 1);
    this.id = grown(this.id, room);
    this.alive = grown(this.alive, room);
    this.lat = grown(this.lat, room);
    this.lng = grown(this.lng, room);
    this.year = grown(this.year, room);
    this.verifiedDay = grown(this.verifiedDay, room);
    this.mark = grown(this.mark, room);
    this.precision = grown(this.precision, room);
    this.location = grown(this.location, room);
    for (const column of Object.values(this.facets)) {
      if (column.kind === 'single') column.codes = grown(column.codes, room);
      else {
        column.start = grown(column.start, room);
        column.length = grown(column.length, room);
      }
    }
  }
}

/** More than needed, so that filling row by row copies every column only now and then. */
const roomFor = (rows: number) => Math.ceil(rows * 1.3) + 64;

type Typed = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

function grown<T extends Typed>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}

function emptySingle(): SingleColumn {
  return { kind: 'single', dictionary: new FacetValues(), codes: new Uint16Array(0) };
}

function emptyMulti(): MultiColumn {
  return {
    kind: 'multi',
    dictionary: new FacetValues(),
    start: new Uint32Array(0),
    length: new Uint16Array(0),
    codes: new Uint16Array(0),
    used: 0,
  };
}

function setValues(column: FacetColumn, row: number, values: readonly string[]): void {
  const [first, ...others] =
    values.length === 0 ? [NOT_STATED_CODE] : values.map((value) => column.dictionary.add(value));
  if (column.kind === 'single') {
    column.codes[row] = first as number;
    return;
  }
  const codes = [first as number, ...others];
  // New values take the old ones' room where they fit, and otherwise stand at the end.
  if (codes.length > (column.length[row] as number)) {
    if (column.used + codes.length > column.codes.length)
      column.codes = grown(column.codes, roomFor(column.used + codes.length));
    column.start[row] = column.used;
    column.used += codes.length;
  }
  column.length[row] = codes.length;
  column.codes.set(codes, column.start[row] as number);
}
