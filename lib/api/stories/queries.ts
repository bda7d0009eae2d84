import 'server-only';
import type { Locale } from '@/lib/i18n/locales';
import { facetValueLabel } from '@/lib/search/present-facets';
import { listIdsOf, searchCorpus } from '@/lib/search/queries';
import { STORIES } from '@/lib/search/stories/corpus';
import { isStoryFacetValue } from '@/lib/search/stories/facet-values';
import { storyFilterContext } from '@/lib/search/stories/present';
import {
  NOT_STATED,
  STORY_FACETS,
  STORY_FIXED_VALUES,
  type StoryAnswer,
  type StoryFacet,
  type StoryQuery,
} from '@/lib/search/stories/schema';
import { currentContentVersion } from '@/lib/search/version';
import { fail, ok, type Result } from '@/lib/shared/result';
import { listStories, listStoryRecords, storyOrganisations } from '@/lib/stories/queries';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { delimiterFor } from '../csv-table';
import { writeCursor } from '../cursor';
import { type ParameterError, parseParameters } from '../parameters';
import { canonical, type Export, type SearchPageError, startOf, textProblem } from '../queries';
import { DEFAULT_LIMIT } from '../schema';
import { storyCsvHeader, storyCsvLines } from './csv';
import { toApiStory } from './present';
import {
  checkedStoryExportParameters,
  checkedStoryListParameters,
  type StoryExportParameters,
  type StoryList,
} from './schema';

/** Rows that an export fetches at a time: enough to be fast, few enough to keep its memory flat. */
const EXPORT_CHUNK = 200;

type Filter = Omit<StoryExportParameters, 'delimiter'>;

function toQuery(parameters: Filter): StoryQuery {
  return {
    text: parameters.q ?? '',
    facets: Object.fromEntries(
      STORY_FACETS.filter((facet) => parameters[facet].length > 0).map((facet) => [facet, parameters[facet]]),
    ),
    yearFrom: parameters.yearFrom ?? null,
    yearTo: parameters.yearTo ?? null,
    bbox: parameters.bbox ?? null,
    near: parameters.near ?? null,
    radiusKm: parameters.radiusKm ?? null,
    sort: parameters.sort ?? null,
  };
}

/** The facet values that no story could have, because no such value exists. */
function unknownValues(parameters: Filter, vocab: Vocabularies): ParameterError[] {
  return STORY_FACETS.flatMap((facet) =>
    parameters[facet]
      .filter((value) => !isStoryFacetValue(facet, value, vocab))
      .map((value) => ({ field: facet, value, reason: 'unknownValue', allowed: allowedValues(facet, vocab) })),
  );
}

const FORMS: Partial<Record<StoryFacet, string>> = {
  year: '1900–2099',
  country: 'ISO 3166-1 alpha-2',
  organisation: 'id',
};

function allowedValues(facet: StoryFacet, vocab: Vocabularies): string {
  const fixed: Partial<Record<StoryFacet, readonly string[]>> = {
    ...STORY_FIXED_VALUES,
    district: [...vocab.districts.keys()],
  };
  const form = FORMS[facet];
  const values = form ? [form] : (fixed[facet] ?? vocab.terms(facet).map((term) => term.code));
  return [...values, NOT_STATED].join(', ');
}

/**
 * A page of stories for the parameters of a request.
 * @param site the site's own address without a slash at its end
 */
export function searchStoryPage(params: URLSearchParams, site: string): Result<StoryList, SearchPageError> {
  const parsed = parseParameters(checkedStoryListParameters, params, STORY_FACETS);
  if (!parsed.ok) return fail({ code: 'wrongParameters', errors: parsed.error });
  const { limit = DEFAULT_LIMIT, cursor, lang, ...filter } = parsed.value;
  const unknown = unknownValues({ ...filter, lang }, vocabularies());
  if (unknown.length > 0) return fail({ code: 'wrongParameters', errors: unknown });

  const context = { query: canonical(params), contentVersion: currentContentVersion() };
  const start = startOf(cursor, context);
  if (!start.ok) return start;
  const offset = start.value;
  const result = searchCorpus(STORIES, toQuery({ ...filter, lang }), { limit, offset, locale: lang });
  const problem = textProblem(result.problem, filter.q ?? '');
  if (problem) return fail({ code: 'wrongParameters', errors: [problem] });
  const end = offset + limit;
  return ok({
    total: result.total,
    items: listStories(result.ids).map((story) => toApiStory(story, lang, site)),
    facets: toFacets(result, lang),
    correctedQuery: result.correctedText,
    withoutPosition: result.withoutPosition,
    next: end < result.total ? writeCursor(end, context) : null,
  });
}

function toFacets({ facets }: StoryAnswer, locale: Locale): StoryList['facets'] {
  const context = storyFilterContext(locale, vocabularies(), storyOrganisations(), '');
  return Object.fromEntries(
    STORY_FACETS.map((facet) => [
      facet,
      facets[facet].map(({ value, count }) => ({ value, label: facetValueLabel(facet, value, context), count })),
    ]),
  ) as StoryList['facets'];
}

/** Checks the parameters of an export and finds its rows; the text is read as in `searchStoryPage`. */
export function planStoryExport(params: URLSearchParams): Result<Export, ParameterError[]> {
  const parsed = parseParameters(checkedStoryExportParameters, params, STORY_FACETS);
  if (!parsed.ok) return parsed;
  const { delimiter, ...filter } = parsed.value;
  const unknown = unknownValues(filter, vocabularies());
  if (unknown.length > 0) return fail(unknown);
  return ok({
    ids: listIdsOf(STORIES, toQuery(filter), { locale: filter.lang }),
    lang: filter.lang,
    delimiter: delimiterFor(filter.lang, delimiter),
  });
}

/** The export as CSV, piece by piece. */
export function* storyCsvPieces({ ids, lang, delimiter }: Export, site: string): Generator<string> {
  yield storyCsvHeader(delimiter);
  for (let at = 0; at < ids.length; at += EXPORT_CHUNK) {
    yield storyCsvLines(listStoryRecords(ids.slice(at, at + EXPORT_CHUNK)), lang, site, delimiter);
  }
}

/** The export as a GeoJSON FeatureCollection, piece by piece. Positions are [longitude, latitude] (RFC 7946). */
export function* storyGeoJsonPieces({ ids, lang }: Export, site: string): Generator<string> {
  yield `{"type":"FeatureCollection","features":[`;
  for (let at = 0; at < ids.length; at += EXPORT_CHUNK) {
    const features = listStories(ids.slice(at, at + EXPORT_CHUNK)).map((story) => {
      const { position } = story.place;
      return JSON.stringify({
        type: 'Feature',
        id: story.id,
        geometry: position && { type: 'Point', coordinates: [position.lng, position.lat] },
        properties: toApiStory(story, lang, site),
      });
    });
    yield `${at === 0 ? '' : ','}\n${features.join(',\n')}`;
  }
  yield '\n]}\n';
}
