import type { EnterpriseListItem } from '@/lib/enterprises/types';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { ENTERPRISES } from './enterprises';
import type { DirectoryView } from './params';
import { type CardModel, presentCard } from './present-cards';
import { facetValueLabel } from './present-facets';
import type { Filter, FilterContext } from './present-filters';
import { type HrefMaker, type ListModel, listHrefs, presentKinds, presentList } from './present-list';
import type { DirectoryQuery, FacetName, SearchResult } from './schema';

export {
  type DirectoryWords,
  type DownloadModel,
  type EmptyModel,
  type FilterLink,
  type ListModel,
  PAGE_SIZE,
  type PagesModel,
  type PhoneModel,
  type YearsModel,
} from './present-list';

/** The directory in the words of one language, ready to be laid out. */
export interface DirectoryModel extends ListModel {
  cards: CardModel[];
}

export interface DirectoryInput {
  locale: Locale;
  vocab: Vocabularies;
  query: DirectoryQuery;
  view: DirectoryView;
  result: SearchResult;
  /** The records of the page, in order. */
  items: readonly EnterpriseListItem[];
  /** How many the search would find without one of its filters (see `listWaysOut`); asked only when it found nothing. */
  waysOut: readonly (Filter & { total: number })[];
  /** The present year, the last that a founding year can be. */
  year: number;
}

/** A founding year before this one is a typing error. */
const FIRST_YEAR = 1800;

const FILES = [
  ['CSV', '/api/v1/enterprises.csv'],
  ['GeoJSON', '/api/v1/enterprises.geojson'],
  ['JSON', '/api/v1/enterprises'],
] as const;

/** Makes the view model of the directory; pure. */
export function presentDirectory(input: DirectoryInput): DirectoryModel {
  const { locale, vocab, query, view, result, waysOut } = input;
  const t = words(locale, 'Directory');
  const context = filterContextOf(locale, vocab, view);
  const near = query.sort === 'distance' ? query.near : null;
  const kinds = presentKinds(
    'basis',
    { locale, result, query },
    (value) => facetValueLabel('basis', value, context),
    hrefMaker(locale, view),
  );
  return {
    ...presentList({
      ...{ locale, t, query, view, result, waysOut, context, kinds },
      page: '/enterprises',
      corpus: ENTERPRISES,
      years: { facet: 'founded', min: FIRST_YEAR, max: input.year },
      files: FILES,
    }),
    cards: input.items.map((item) => presentCard(item, { locale, vocab, t, matcher: result.matcher, near })),
  };
}

/** Makes addresses of the directory that keep the way of looking at it; another query begins at its first page. */
export function hrefMaker(locale: Locale, view: DirectoryView): HrefMaker<FacetName> {
  return listHrefs(locale, '/enterprises', view);
}

/** What the labels of the filters are made of, for `listFilters` and `listWaysOut`. */
export function filterContextOf(locale: Locale, vocab: Vocabularies, view: DirectoryView): FilterContext {
  return { locale, vocab, words: words(locale, 'Facets'), filterWords: words(locale, 'Directory'), from: view.from };
}
