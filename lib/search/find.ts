import type { Locale } from '@/lib/i18n/locales';
import type { Columns } from './columns';
import type { AnyDirectory, Directory } from './directory';
import { sliceByDistance, sliceInOrder } from './orders';
import type { SearchQuery, TextProblem } from './schema';
import { type Sifted, sift } from './sift';
import { correctSpelling } from './spelling';
import { parseText, type TextQuery, withoutPrefix } from './text-query';
import { todayInSerbia } from './today';

export interface SearchContext {
  /** Whose alphabet orders the names; Serbian Latin unless said. English pages show the names in Latin. */
  locale?: Locale;
  /** Search for the text exactly as typed, without correcting its spelling. */
  exact?: boolean;
  /** YYYY-MM-DD, for the age of verifications; today in Serbia unless said. */
  today?: string;
}

/** The rows that a query finds, and what its text came to. */
export interface Found<Facet extends string> {
  sifted: Sifted<Facet>;
  /** The text that was searched for; null when there is none. */
  text: TextQuery | null;
  /** Number of records that match the text alone. */
  matching: number;
  correctedText: string | null;
  problem: TextProblem | null;
}

/** Finds the rows of a query: by its text, then by its filters. */
export function findRows<Facet extends string>(
  directory: Directory<Facet>,
  query: SearchQuery<Facet>,
  context: SearchContext,
): Found<Facet> {
  const table = directory.facetTable(context.today ?? todayInSerbia());
  const { rows, ...matched } = matchText(directory, query.text, context.exact ?? false);
  return { ...matched, matching: rows.length, sifted: sift(table, rows, query) };
}

const latest = new WeakMap<object, { key: string; found: unknown }>();

/** `findRows`, made once for the list and the map of a page, which ask for the same one after the other. */
export function findRowsOnce<Facet extends string>(
  directory: Directory<Facet>,
  query: SearchQuery<Facet>,
  context: SearchContext,
): Found<Facet> {
  const key = JSON.stringify([{ ...query, sort: null }, context.exact ?? false, context.today ?? todayInSerbia()]);
  const known = latest.get(directory);
  if (known?.key === key) return known.found as Found<Facet>;
  const found = findRows(directory, query, context);
  latest.set(directory, { key, found });
  return found;
}

interface Matched extends Omit<Found<string>, 'sifted' | 'matching'> {
  rows: Int32Array;
}

function matchText({ columns, index, vocabulary }: AnyDirectory, text: string, exact: boolean): Matched {
  const parsed = parseText(text);
  const nothing = { text: null, correctedText: null, problem: null };
  if (parsed.kind === 'everything') return { ...nothing, rows: livingRows(columns) };
  if (parsed.kind === 'problem') return { ...nothing, rows: new Int32Array(0), problem: parsed.problem };

  const { query } = parsed;
  const rows = toRows(columns, index.match(query));
  const correction = rows.length > 0 || exact ? null : correctSpelling(text, query, index, vocabulary);
  if (!correction) return { ...nothing, rows, text: query };
  const corrected = toRows(columns, index.match(correction.query));
  return { ...nothing, rows: corrected, text: correction.query, correctedText: correction.text };
}

function livingRows({ size, living, alive }: Columns): Int32Array {
  const rows = new Int32Array(living);
  let count = 0;
  for (let row = 0; row < size; row++) if (alive[row] === 1) rows[count++] = row;
  return rows;
}

function toRows(columns: Columns, ids: Int32Array): Int32Array {
  return ids.map((id) => columns.rowOf(id)).filter((row) => row >= 0);
}

export function scriptOf({ locale }: SearchContext): 'nameCyrl' | 'nameLatn' {
  return locale === 'sr-Cyrl' ? 'nameCyrl' : 'nameLatn';
}

/** The rows from place `start` to place `end` (exclusive) in the order that the query asks for. */
export function orderRows<Facet extends string>(
  directory: Directory<Facet>,
  query: SearchQuery<Facet>,
  found: Found<Facet>,
  context: SearchContext,
  start: number,
  end: number,
): Int32Array {
  const { rows } = found.sifted;
  if (rows.length === 0 || start >= Math.min(end, rows.length)) return new Int32Array(0);
  const { columns, orders } = directory;
  const sort = query.sort ?? directory.corpus.usualSort(found.text !== null);
  if (sort === 'newest' || sort === 'verified') return sliceInOrder(rows, orders.by(sort), start, end);
  if (sort === 'distance' && query.near) {
    return sliceByDistance(rows, columns, query.near, orders.by('nameLatn'), start, end);
  }
  if (sort === 'relevance' && found.text) return sliceByRelevance(directory, found, found.text, start, end);
  return sliceInOrder(rows, orders.by(scriptOf(context)), start, end);
}

/**
 * Records that have the last word whole come before those that have it as a beginning only: a form that happens to
 * stand in few texts must not outrank the same word in a name.
 */
function sliceByRelevance(
  directory: AnyDirectory,
  { sifted, matching }: Pick<Found<string>, 'matching'> & { sifted: { rows: Int32Array } },
  text: TextQuery,
  start: number,
  end: number,
): Int32Array {
  const { rows } = sifted;
  const { index, columns, orders } = directory;
  const wanted = Math.min(end, rows.length);
  let keep = rows.length < matching ? keepOnly(rows, columns) : null;
  const rank = (query: TextQuery, limit: number) => index.rank(query, orders.placesById(), keep, limit);
  const whole = rank(withoutPrefix(text), wanted);
  if (whole.length < wanted && text.words.some((word) => word.prefix)) {
    keep ??= keepOnly(rows, columns);
    for (const id of whole) keep[id - 1] = 0;
    whole.push(...rank(text, wanted - whole.length));
  }
  return Int32Array.from(whole.slice(start, end), (id) => columns.rowOf(id)).filter((row) => row >= 0);
}

function keepOnly(rows: Int32Array, { id, maxId }: Columns): Buffer {
  const keep = Buffer.alloc(maxId);
  for (let at = 0; at < rows.length; at++) keep[(id[rows[at] as number] as number) - 1] = 1;
  return keep;
}
