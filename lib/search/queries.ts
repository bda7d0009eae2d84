import 'server-only';
import type { Locale } from '@/lib/i18n/locales';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { Columns } from './columns';
import { type Directory, withDirectory } from './directory';
import { countedValues } from './facet-values';
import { sliceByDistance, sliceInOrder } from './orders';
import {
  type DirectoryQuery,
  FACETS,
  type FacetCounts,
  type HighlightTerms,
  type MatchingPositions,
  type SearchResult,
  type TextProblem,
} from './schema';
import { type Sifted, sift } from './sift';
import { correctSpelling } from './spelling';
import { parseText, type TextQuery, toHighlightTerms } from './text-query';
import { todayInSerbia } from './today';

export interface SearchContext {
  /** Whose alphabet orders the names; Serbian Latin unless said. English pages show the names in Latin. */
  locale?: Locale;
  /** Search for the text exactly as typed, without correcting its spelling. */
  exact?: boolean;
  /** YYYY-MM-DD, for the age of verifications; today in Serbia unless said. */
  today?: string;
}

export interface SearchSlice extends SearchContext {
  limit: number;
  /** 0-based. */
  offset: number;
  /** Compute the answer even when it is known; for the benchmark. */
  fresh?: boolean;
}

/** Searches, filters, counts and sorts the directory; synchronous. Any query has an answer, however strange. */
export function searchEnterprises(query: DirectoryQuery, slice: SearchSlice): SearchResult {
  return withDirectory((directory) => {
    const vocab = vocabularies();
    const answer = () => answerQuery(directory, vocab, query, slice);
    if (slice.fresh) return answer();
    const context = [slice.limit, slice.offset, scriptOf(slice), slice.exact ?? false, slice.today ?? todayInSerbia()];
    const key = JSON.stringify([query, Object.keys(query.facets), ...context]);
    return directory.results.get(directory.state, key, answer);
  });
}

/** Ids of all hits, in order. */
export function listMatchingIds(query: DirectoryQuery, context: SearchContext = {}): number[] {
  return withDirectory((directory) => {
    const { columns } = directory;
    const found = findRows(directory, query, context);
    const rows = orderRows(directory, query, found, context, 0, found.sifted.rows.length);
    return Array.from(rows, (row) => columns.id[row] as number);
  });
}

/** The hits that have a position, for the map. */
export function listMatchingPositions(query: DirectoryQuery, context: SearchContext = {}): MatchingPositions {
  return withDirectory((directory) => {
    const { columns } = directory;
    const { sifted } = findRows(directory, query, context);
    const rows = sifted.rows.filter((row) => (columns.location[row] as number) >= 0);
    return {
      ids: rows.map((row) => columns.id[row] as number),
      lat: Float64Array.from(rows, (row) => columns.lat[row] as number),
      lng: Float64Array.from(rows, (row) => columns.lng[row] as number),
      markIndex: Uint8Array.from(rows, (row) => columns.mark[row] as number),
      precisionIndex: Uint8Array.from(rows, (row) => columns.precision[row] as number),
      locationIndex: rows.map((row) => columns.location[row] as number),
      total: sifted.rows.length,
      withoutPosition: sifted.withoutPosition,
    };
  });
}

/** The rows that a query finds, and what its text came to. */
interface Found {
  sifted: Sifted;
  /** The text that was searched for; null when there is none. */
  text: TextQuery | null;
  /** Number of records that match the text alone. */
  matching: number;
  correctedText: string | null;
  problem: TextProblem | null;
}

function answerQuery(directory: Directory, vocab: Vocabularies, query: DirectoryQuery, slice: SearchSlice): SearchResult {
  const found = findRows(directory, query, slice);
  const { sifted } = found;
  const rows = orderRows(directory, query, found, slice, slice.offset, slice.offset + slice.limit);
  return {
    total: sifted.rows.length,
    totalOfAll: directory.columns.living,
    ids: Array.from(rows, (row) => directory.columns.id[row] as number),
    facets: toFacetCounts(directory, vocab, query, sifted, slice),
    correctedText: found.correctedText,
    problem: found.problem,
    withoutPosition: sifted.withoutPosition,
    matcher: found.text ? toHighlightTerms(found.text) : NOTHING_TO_MARK,
  };
}

const NOTHING_TO_MARK: HighlightTerms = { words: [], stems: [], prefix: null };

function findRows(directory: Directory, query: DirectoryQuery, context: SearchContext): Found {
  const { columns } = directory;
  const table = directory.facetTable(context.today ?? todayInSerbia());
  const found = matchText(directory, query.text, context.exact ?? false);
  return { ...found, matching: found.rows.length, sifted: sift(table, found.rows, query) };

  function matchText({ index, vocabulary }: Directory, text: string, exact: boolean) {
    const parsed = parseText(text);
    if (parsed.kind === 'everything') return { rows: livingRows(columns), text: null, correctedText: null, problem: null };
    if (parsed.kind === 'problem') {
      return { rows: new Int32Array(0), text: null, correctedText: null, problem: parsed.problem };
    }
    const rows = toRows(columns, index.match(parsed.query));
    const asTyped = { rows, text: parsed.query, correctedText: null, problem: null };
    if (rows.length > 0 || exact) return asTyped;
    const correction = correctSpelling(text, parsed.query, index, vocabulary);
    if (!correction) return asTyped;
    return {
      rows: toRows(columns, index.match(correction.query)),
      text: correction.query,
      correctedText: correction.text,
      problem: null,
    };
  }
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

function scriptOf({ locale }: SearchContext): 'nameCyrl' | 'nameLatn' {
  return locale === 'sr-Cyrl' ? 'nameCyrl' : 'nameLatn';
}

/** The rows from place `start` to place `end` (exclusive) in the order that the query asks for. */
function orderRows(
  directory: Directory,
  query: DirectoryQuery,
  found: Found,
  context: SearchContext,
  start: number,
  end: number,
): Int32Array {
  const { rows } = found.sifted;
  if (rows.length === 0 || start >= Math.min(end, rows.length)) return new Int32Array(0);
  const { columns, orders } = directory;
  const sort = query.sort ?? 'relevance';
  if (sort === 'newest' || sort === 'verified') return sliceInOrder(rows, orders.by(sort), start, end);
  if (sort === 'distance' && query.near) {
    return sliceByDistance(rows, columns, query.near, orders.by('nameLatn'), start, end);
  }
  if (sort === 'relevance' && found.text) return sliceByRelevance(directory, found, found.text, start, end);
  return sliceInOrder(rows, orders.by(scriptOf(context)), start, end);
}

/** More hits than asked for are ranked, so that those of equal score at the end can be put in order by name. */
const SPARE = 30;

function sliceByRelevance(
  { index, columns, orders }: Directory,
  { sifted, matching }: Found,
  text: TextQuery,
  start: number,
  end: number,
): Int32Array {
  const { rows } = sifted;
  const keep = rows.length < matching ? keepOnly(rows, columns) : null;
  const wanted = Math.min(end, rows.length);
  let limit = Math.min(wanted + SPARE, rows.length);
  let ranked = index.rank(text, keep, limit);
  // The best are certain when the last of them is better than the last that was read, or when all were read.
  while (ranked.length === limit && limit < rows.length && ranked[wanted - 1]?.score === ranked[limit - 1]?.score) {
    limit = Math.min(limit * 8, rows.length);
    ranked = index.rank(text, keep, limit);
  }
  const { place } = orders.by('nameLatn');
  const placed = ranked.map(({ id, score }) => ({ row: columns.rowOf(id), score })).filter(({ row }) => row >= 0);
  placed.sort((a, b) => a.score - b.score || (place[a.row] as number) - (place[b.row] as number));
  return Int32Array.from(placed.slice(start, end), ({ row }) => row);
}

function keepOnly(rows: Int32Array, { id, maxId }: Columns): Buffer {
  const keep = Buffer.alloc(maxId);
  for (let at = 0; at < rows.length; at++) keep[(id[rows[at] as number] as number) - 1] = 1;
  return keep;
}

function toFacetCounts(
  directory: Directory,
  vocab: Vocabularies,
  query: DirectoryQuery,
  { counts }: Sifted,
  context: SearchContext,
): FacetCounts {
  const { facets } = directory.facetTable(context.today ?? todayInSerbia());
  const entries = FACETS.map((facet) => {
    const { values } = facets[facet].dictionary;
    return [facet, countedValues(facet, values, counts[facet], query.facets[facet] ?? [], vocab)];
  });
  return Object.fromEntries(entries) as FacetCounts;
}

export { suggest } from './suggestions';
