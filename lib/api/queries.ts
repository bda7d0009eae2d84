import 'server-only';
import { createHash } from 'node:crypto';
import { listEnterprises, listRecords } from '@/lib/enterprises/queries';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { facetValueLabel } from '@/lib/search/present-facets';
import { listMatchingIds, searchEnterprises } from '@/lib/search/queries';
import { type DirectoryQuery, FACETS, type FacetCounts } from '@/lib/search/schema';
import { currentContentVersion } from '@/lib/search/version';
import { fail, ok, type Result } from '@/lib/shared/result';
import { DATA_LICENCE } from '@/lib/site/names';
import { vocabularies } from '@/lib/taxonomies/queries';
import { csvHeader, csvLines, delimiterFor } from './csv';
import { type CursorContext, readCursor, writeCursor } from './cursor';
import { unknownFacetValues } from './facet-values';
import { type ParameterError, parseParameters } from './parameters';
import { toApiItem } from './present';
import {
  checkedExportParameters,
  checkedListParameters,
  DEFAULT_LIMIT,
  type EnterpriseList,
  type ExportParameters,
} from './schema';

/** Rows that an export fetches at a time: enough to be fast, few enough to keep its memory flat. */
const EXPORT_CHUNK = 500;

function toDirectoryQuery(parameters: Omit<ExportParameters, 'delimiter'>): DirectoryQuery {
  return {
    text: parameters.q ?? '',
    facets: Object.fromEntries(
      FACETS.filter((facet) => parameters[facet].length > 0).map((facet) => [facet, parameters[facet]]),
    ),
    yearFrom: parameters.yearFrom ?? null,
    yearTo: parameters.yearTo ?? null,
    bbox: parameters.bbox ?? null,
    near: parameters.near ?? null,
    radiusKm: parameters.radiusKm ?? null,
    sort: parameters.sort ?? null,
  };
}

/** The query of a request without what only says which part of the answer is wanted. */
export function canonical(params: URLSearchParams): string {
  const copy = new URLSearchParams(params);
  copy.delete('cursor');
  copy.delete('limit');
  copy.sort();
  return copy.toString();
}

export type SearchPageError = { code: 'wrongParameters'; errors: ParameterError[] } | { code: 'outdatedCursor' };

/**
 * A page of results for the parameters of a request.
 * @param site the site's own address without a slash at its end
 */
export function searchPage(params: URLSearchParams, site: string): Result<EnterpriseList, SearchPageError> {
  const parsed = parseParameters(checkedListParameters, params);
  if (!parsed.ok) return fail({ code: 'wrongParameters', errors: parsed.error });
  const { limit = DEFAULT_LIMIT, cursor, lang, ...filter } = parsed.value;
  const vocab = vocabularies();
  const unknown = unknownFacetValues(filter, vocab);
  if (unknown.length > 0) return fail({ code: 'wrongParameters', errors: unknown });

  const context = { query: canonical(params), contentVersion: currentContentVersion() };
  const start = startOf(cursor, context);
  if (!start.ok) return start;

  const offset = start.value;
  const result = searchEnterprises(toDirectoryQuery({ ...filter, lang }), { limit, offset, locale: lang });
  const problem = textProblem(result.problem, filter.q ?? '');
  if (problem) return fail({ code: 'wrongParameters', errors: [problem] });
  const end = offset + limit;
  return ok({
    total: result.total,
    items: listEnterprises(result.ids).map((item) => toApiItem(item, lang, site)),
    facets: toFacets(result.facets, lang),
    correctedQuery: result.correctedText,
    problem: result.problem === 'nothingToSearch' ? result.problem : null,
    withoutPosition: result.withoutPosition,
    next: end < result.total ? writeCursor(end, context) : null,
    licence: DATA_LICENCE,
  });
}

/** Where the page of a cursor begins; without one, at the first record. */
export function startOf(cursor: string | undefined, context: CursorContext): Result<number, SearchPageError> {
  const start = cursor === undefined ? ok(0) : readCursor(cursor, context);
  if (start.ok) return start;
  if (start.error === 'outdated') return fail({ code: 'outdatedCursor' });
  return fail({
    code: 'wrongParameters',
    errors: [{ field: 'cursor', value: cursor ?? '', reason: 'unknownCursor', allowed: null }],
  });
}

/** A text of which nothing is left to search for finds nothing; one that is too long or only excludes is an error. */
export function textProblem(problem: string | null, text: string): ParameterError | null {
  if (problem === null || problem === 'nothingToSearch') return null;
  return { field: 'q', value: text.slice(0, 100), reason: problem, allowed: null };
}

function toFacets(counts: FacetCounts, locale: Locale): EnterpriseList['facets'] {
  const context = { vocab: vocabularies(), locale, words: words(locale, 'Facets') };
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      counts[facet].map(({ value, count }) => ({ value, label: facetValueLabel(facet, value, context), count })),
    ]),
  ) as EnterpriseList['facets'];
}

/** What an export will write: the matching ids in order, and how. */
export interface Export {
  ids: number[];
  lang: Locale;
  delimiter: string;
}

/** Checks the parameters of an export and finds its rows; the text is read as in `searchPage`. */
export function planExport(params: URLSearchParams): Result<Export, ParameterError[]> {
  const parsed = parseParameters(checkedExportParameters, params);
  if (!parsed.ok) return parsed;
  const { delimiter, ...filter } = parsed.value;
  const unknown = unknownFacetValues(filter, vocabularies());
  if (unknown.length > 0) return fail(unknown);
  return ok({
    ids: listMatchingIds(toDirectoryQuery(filter), { locale: filter.lang }),
    lang: filter.lang,
    delimiter: delimiterFor(filter.lang, delimiter),
  });
}

/** The export as CSV, piece by piece. */
export function* csvPieces({ ids, lang, delimiter }: Export, site: string): Generator<string> {
  yield csvHeader(delimiter);
  for (let at = 0; at < ids.length; at += EXPORT_CHUNK) {
    yield csvLines(listRecords(ids.slice(at, at + EXPORT_CHUNK)), lang, site, delimiter);
  }
}

/** The export as a GeoJSON FeatureCollection, piece by piece. Positions are [longitude, latitude] (RFC 7946). */
export function* geoJsonPieces({ ids, lang }: Export, site: string): Generator<string> {
  yield `{"type":"FeatureCollection","licence":${JSON.stringify(DATA_LICENCE)},"features":[`;
  for (let at = 0; at < ids.length; at += EXPORT_CHUNK) {
    const features = listEnterprises(ids.slice(at, at + EXPORT_CHUNK)).map((item) => {
      const position = item.place.position;
      return JSON.stringify({
        type: 'Feature',
        id: item.id,
        geometry: position && { type: 'Point', coordinates: [position.lng, position.lat] },
        properties: toApiItem(item, lang, site),
      });
    });
    yield `${at === 0 ? '' : ','}\n${features.join(',\n')}`;
  }
  yield '\n]}\n';
}

/** Validator of an answer: it changes with the directory and with the request. */
export function entityTag(requestUrl: string): string {
  return `"${createHash('sha256').update(`${currentContentVersion()} ${requestUrl}`).digest('base64url').slice(0, 22)}"`;
}
