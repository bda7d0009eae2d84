import 'server-only';
import type { Locale } from '@/lib/i18n/locales';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { Corpus } from './corpus';
import { type Directory, withCorpus, withDirectory } from './directory';
import { ENTERPRISES } from './enterprises';
import { countedValues } from './facet-values';
import { findRows, findRowsOnce, orderRows, type SearchContext, scriptOf } from './find';
import { EMPTY_QUERY } from './params';
import type {
  DirectoryQuery,
  FacetCountsOf,
  HighlightTerms,
  MatchingPositions,
  SearchAnswer,
  SearchQuery,
  SearchResult,
  Suggestion,
} from './schema';
import type { Sifted } from './sift';
import { STORIES } from './stories/corpus';
import { suggestAmongStories } from './stories/suggestions';
import { suggestFrom } from './suggestions';
import { toHighlightTerms } from './text-query';
import { todayInSerbia } from './today';

export type { SearchContext } from './find';

export interface SearchSlice extends SearchContext {
  limit: number;
  /** 0-based. */
  offset: number;
  /** Compute the answer even when it is known; for the benchmark. */
  fresh?: boolean;
}

/** Searches, filters, counts and sorts the directory; synchronous. Any query has an answer, however strange. */
export function searchEnterprises(query: DirectoryQuery, slice: SearchSlice): SearchResult {
  return searchCorpus(ENTERPRISES, query, slice);
}

/** Ids of all hits, in order. */
export function listMatchingIds(query: DirectoryQuery, context: SearchContext = {}): number[] {
  return listIdsOf(ENTERPRISES, query, context);
}

/** The hits that have a position, for the map. The answer is shared: nobody may change its columns. */
export function listMatchingPositions(query: DirectoryQuery, context: SearchContext = {}): MatchingPositions {
  return listPositionsOf(ENTERPRISES, query, context);
}

/** `searchEnterprises` for any kind of record. */
export function searchCorpus<Facet extends string>(
  corpus: Corpus<Facet>,
  query: SearchQuery<NoInfer<Facet>>,
  slice: SearchSlice,
): SearchAnswer<Facet> {
  return withCorpus(corpus, (directory) => {
    const vocab = vocabularies();
    const answer = () => answerQuery(directory, vocab, query, slice);
    if (slice.fresh) return answer();
    const context = [slice.limit, slice.offset, scriptOf(slice), slice.exact ?? false, slice.today ?? todayInSerbia()];
    const key = JSON.stringify([query, Object.keys(query.facets), ...context]);
    return directory.results.get(directory.state, key, answer);
  });
}

/** `listMatchingIds` for any kind of record. */
export function listIdsOf<Facet extends string>(
  corpus: Corpus<Facet>,
  query: SearchQuery<NoInfer<Facet>>,
  context: SearchContext = {},
): number[] {
  return withCorpus(corpus, (directory) => {
    const { columns } = directory;
    const found = findRows(directory, query, context);
    const rows = orderRows(directory, query, found, context, 0, found.sifted.rows.length);
    return Array.from(rows, (row) => columns.id[row] as number);
  });
}

/** `listMatchingPositions` for any kind of record. */
export function listPositionsOf<Facet extends string>(
  corpus: Corpus<Facet>,
  query: SearchQuery<NoInfer<Facet>>,
  context: SearchContext = {},
): MatchingPositions {
  return withCorpus(corpus, (directory) => {
    const key = JSON.stringify([query, context.exact ?? false, context.today ?? todayInSerbia()]);
    return directory.positions.get(directory.state, key, () => findPositions(directory, query, context));
  });
}

function findPositions<Facet extends string>(
  directory: Directory<Facet>,
  query: SearchQuery<Facet>,
  context: SearchContext,
): MatchingPositions {
  const { columns } = directory;
  const { sifted } = findRowsOnce(directory, query, context);
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
}

/**
 * What the beginning of a text may mean: places, terms of the vocabularies (by label or synonym, in both languages),
 * enterprises and stories, each with where it leads.
 * @param limit most suggestions in all
 */
export function suggest(text: string, locale: Locale, limit: number): Suggestion[] {
  return withDirectory((directory) => {
    const { facets } = searchEnterprises(EMPTY_QUERY, { limit: 0, offset: 0 });
    const stories = withCorpus(STORIES, ({ index }) => index);
    return suggestFrom(text, { directory, stories, facets, vocab: vocabularies(), locale, limit });
  });
}

/** `suggest` for the list of stories: what it suggests leads to stories alone. */
export function suggestInStories(text: string, locale: Locale, limit: number): Suggestion[] {
  return withCorpus(STORIES, ({ index }) => {
    const { facets } = searchCorpus(STORIES, EMPTY_QUERY, { limit: 0, offset: 0 });
    return suggestAmongStories(text, { index, facets, vocab: vocabularies(), locale, limit });
  });
}

function answerQuery<Facet extends string>(
  directory: Directory<Facet>,
  vocab: Vocabularies,
  query: SearchQuery<Facet>,
  slice: SearchSlice,
): SearchAnswer<Facet> {
  const found = (slice.fresh ? findRows : findRowsOnce)(directory, query, slice);
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

function toFacetCounts<Facet extends string>(
  { corpus, facetTable }: Directory<Facet>,
  vocab: Vocabularies,
  query: SearchQuery<Facet>,
  { counts }: Sifted<Facet>,
  context: SearchContext,
): FacetCountsOf<Facet> {
  const { facets } = facetTable(context.today ?? todayInSerbia());
  const entries = corpus.facets.map((facet) => {
    const { values } = facets[facet].dictionary;
    return [facet, countedValues(corpus, facet, values, counts[facet], query.facets[facet] ?? [], vocab)];
  });
  return Object.fromEntries(entries) as FacetCountsOf<Facet>;
}
