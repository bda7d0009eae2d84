import type { BoundingBox, LatLng } from '@/lib/geo/types';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { Corpus } from './corpus';
import { ENTERPRISES } from './enterprises';
import { MAX_TEXT_LENGTH, MAX_VALUES } from './limits';
import { resolvePlace } from './places';
import type { DirectoryQuery, DirectoryView, SearchQuery, Sort } from './schema';

export type { DirectoryView } from './schema';

/** Parameters as a page gets them, or as an address has them. */
export type RawParams = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The question that every record answers, of whichever kind. */
export const EMPTY_QUERY: SearchQuery<never> = {
  text: '',
  facets: {},
  yearFrom: null,
  yearTo: null,
  bbox: null,
  near: null,
  radiusKm: null,
  sort: null,
};

export const DEFAULT_VIEW: DirectoryView = {
  page: 1,
  view: 'list',
  map: null,
  onlyInMap: false,
  exact: false,
  from: '',
  whole: [],
  leftOut: [],
};

/** Years of founding that an address may name, and kilometres around a place. */
const YEARS = [1000, 3000] as const;
const RADII_KM = [0.1, 1000] as const;
const MAX_PAGE = 1_000_000;
const MAX_ZOOM = 22;
const MAX_PLACE = 100;

/**
 * Reads the directory's address. Total: what makes no sense becomes the default, a facet's value that was merged into another
 * means that one, unknown ones are left out and told of (`view.leftOut`), and `from` is looked up in the gazetteer. Facets keep the order in which they stand in the address.
 */
export function parseDirectoryParams(
  params: RawParams,
  vocab: Vocabularies,
): { query: DirectoryQuery; view: DirectoryView } {
  return parseSearchParams(ENTERPRISES, params, vocab);
}

/** `parseDirectoryParams` for any kind of record. */
export function parseSearchParams<Facet extends string>(
  corpus: Corpus<Facet>,
  params: RawParams,
  vocab: Vocabularies,
): { query: SearchQuery<Facet>; view: DirectoryView } {
  const all = toMap(params);
  const first = (name: string) => all.get(name)?.[0] ?? '';
  const text = first('q').slice(0, 2 * MAX_TEXT_LENGTH);
  const from = first('from').trim().slice(0, MAX_PLACE);
  const near = from === '' ? parsePoint(first('near')) : resolvePlace(from, vocab);
  const bbox = parseBox(first('bbox'));
  const [yearFrom, yearTo] = inOrder(parseYear(first('yearFrom')), parseYear(first('yearTo')));
  const { facets, leftOut } = parseFacets(corpus, all, vocab);
  const query: SearchQuery<Facet> = {
    text: text.trim() === '' ? '' : text,
    facets,
    yearFrom,
    yearTo,
    bbox,
    near,
    radiusKm: near || from !== '' ? parseNumber(first('radiusKm'), ...RADII_KM) : null,
    sort: parseSort(corpus, first('sort'), text.trim() !== '', near !== null),
  };
  const view: DirectoryView = {
    page: parsePage(first('page')),
    view: first('view') === 'map' ? 'map' : 'list',
    map: parseMap(first('map')),
    onlyInMap: bbox !== null && first('inMap') === '1',
    exact: query.text !== '' && first('exact') === '1',
    from,
    whole: [...new Set((all.get('all') ?? []).filter((name) => isOneOf(corpus.facets, name)))],
    leftOut,
  };
  return { query, view };
}

/**
 * The address of a question and a way of looking at it: the same for equal ones, without what is the default.
 * Facets stand in the order of choosing, which the chips follow.
 */
export function toSearchParams(query: SearchQuery<string>, view: DirectoryView = DEFAULT_VIEW): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.set(name, String(value));
  };
  set('q', query.text);
  for (const [facet, values] of Object.entries(query.facets)) {
    for (const value of values ?? []) params.append(facet, value);
  }
  set('yearFrom', query.yearFrom);
  set('yearTo', query.yearTo);
  set('from', view.from);
  if (view.from === '' && query.near) set('near', `${query.near.lat},${query.near.lng}`);
  set('radiusKm', query.radiusKm);
  if (query.bbox) set('bbox', [query.bbox.west, query.bbox.south, query.bbox.east, query.bbox.north].join(','));
  set('sort', query.sort);
  if (view.exact) set('exact', 1);
  if (view.view === 'map') set('view', 'map');
  if (view.map) set('map', [view.map.lat, view.map.lng, view.map.zoom].join(','));
  if (view.onlyInMap) set('inMap', 1);
  for (const facet of view.whole) params.append('all', facet);
  if (view.page > 1) set('page', view.page);
  return params;
}

/** The page itself, or the last one where it lies beyond the end. */
export function clampPage(page: number, total: number, pageSize: number): number {
  return Math.min(page, Math.max(1, Math.ceil(total / pageSize)));
}

function toMap(params: RawParams): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const add = (name: string, value: string) => map.set(name, [...(map.get(name) ?? []), value]);
  if (params instanceof URLSearchParams) {
    for (const [name, value] of params) add(name, value);
    return map;
  }
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) add(name, one);
  }
  return map;
}

function parseFacets<Facet extends string>(
  corpus: Corpus<Facet>,
  params: ReadonlyMap<string, readonly string[]>,
  vocab: Vocabularies,
): { facets: SearchQuery<Facet>['facets']; leftOut: string[] } {
  const facets: Partial<Record<Facet, string[]>> = {};
  const leftOut: string[] = [];
  for (const [name, given] of params) {
    if (!isOneOf(corpus.facets, name)) continue;
    const asked = given.flatMap((value) => value.split(',')).filter((value) => value !== '');
    const values = asked
      .filter((value) => corpus.isValue(name, value, vocab))
      .map((value) => vocab.currentCode(name, value));
    if (values.length < asked.length) leftOut.push(name);
    if (values.length > 0) facets[name] = [...new Set(values)].slice(0, MAX_VALUES);
  }
  return { facets, leftOut };
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name);
}

/** The usual order leaves no trace: relevance with a text, the corpus's own without. */
function parseSort<Facet extends string>(
  corpus: Corpus<Facet>,
  value: string,
  hasText: boolean,
  hasNear: boolean,
): Sort | null {
  if (!isOneOf(corpus.sorts, value) || value === corpus.usualSort(hasText)) return null;
  if (value === 'relevance') return null;
  return value === 'distance' && !hasNear ? null : value;
}

/** A decimal number as people write it; Number() alone would also take "0x10", "1e9" and "". */
const DECIMAL = /^-?\d{1,9}(\.\d{1,17})?$/;

function parseNumber(value: string, min: number, max: number): number | null {
  if (!DECIMAL.test(value)) return null;
  const number = Number(value);
  // `+ 0` makes minus zero a zero, which is what it will be written as.
  return number >= min && number <= max ? number + 0 : null;
}

function parseNumbers(value: string): number[] {
  return value.split(',').map((part) => (DECIMAL.test(part) ? Number(part) + 0 : Number.NaN));
}

function parseYear(value: string): number | null {
  return /^\d{4}$/.test(value) ? parseNumber(value, ...YEARS) : null;
}

function inOrder(from: number | null, to: number | null): [number | null, number | null] {
  return from !== null && to !== null && from > to ? [to, from] : [from, to];
}

function parsePage(value: string): number {
  return /^\d+$/.test(value) ? Math.min(MAX_PAGE, Math.max(1, Number(value))) : 1;
}

function parsePoint(value: string): LatLng | null {
  const [lat = Number.NaN, lng = Number.NaN, ...others] = parseNumbers(value);
  return others.length === 0 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
}

function parseBox(value: string): BoundingBox | null {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN, ...others] = parseNumbers(value);
  const isBox = west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90;
  return isBox && others.length === 0 ? { west, south, east, north } : null;
}

function parseMap(value: string): DirectoryView['map'] {
  const [lat = Number.NaN, lng = Number.NaN, zoom = Number.NaN, ...others] = parseNumbers(value);
  const isMap = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && zoom >= 0 && zoom <= MAX_ZOOM;
  return isMap && others.length === 0 ? { lat, lng, zoom } : null;
}
