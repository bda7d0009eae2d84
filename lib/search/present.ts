import type { EnterpriseListItem } from '@/lib/enterprises/types';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { type Words, words } from '@/lib/i18n/words';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type DirectoryView, toSearchParams } from './params';
import { type CardModel, presentCard } from './present-cards';
import { type FacetModel, facetValueLabel, presentFacets } from './present-facets';
import { type Filter, type FilterContext, listFilters, shortened } from './present-filters';
import { type DirectoryQuery, NOT_STATED, type SearchResult, SORTS } from './schema';

export type DirectoryWords = Words<'Directory'>;

/** Records on one page of the list. */
export const PAGE_SIZE = 20;

/** A filter as a link that takes it away. */
export interface FilterLink {
  label: string;
  href: string;
}

/** A filter to drop, and how many enterprises there are without it. */
export interface WayOut extends FilterLink {
  count: string;
}

export interface EmptyModel {
  title: string;
  ways: WayOut[];
}

export interface PagesModel {
  current: number;
  /** Numbers with their addresses; a null address is a gap. */
  numbers: { number: number; href: string | null }[];
  nextHref: string | null;
}

export interface YearsModel {
  from: string;
  to: string;
  min: number;
  max: number;
}

export interface NearModel {
  open: boolean;
  from: string;
  /** Said when the typed place is not in the gazetteer. */
  unknownPlace: string | null;
  radius: string;
  radii: { value: string; label: string }[];
}

export interface PhoneModel {
  filters: string;
  list: string;
  /** Address of the map when the list is shown, and of the list when the map is. */
  otherHref: string;
}

export interface DownloadModel {
  title: string;
  files: { format: string; href: string }[];
}

/** The directory in the words of one language, ready to be laid out. */
export interface DirectoryModel {
  /** Address of the directory without its query. */
  action: string;
  /** Canonical query of what is shown, '' for the plain directory. */
  address: string;
  /** Title of the page: with the number of hits, so that it is said aloud when the page opens. */
  title: string;
  /** Nothing is sought and nothing chosen. */
  isPlain: boolean;
  text: string;
  isMap: boolean;
  count: string;
  ofAll: string;
  /** The records apart by what their place in the directory stands on. */
  kinds: (FilterLink & { count: string })[];
  correction: { text: string; originalHref: string } | null;
  problem: string | null;
  chips: FilterLink[];
  clearHref: string;
  sort: string;
  sorts: { value: string; label: string }[];
  facets: FacetModel[];
  years: YearsModel;
  near: NearModel;
  /** What the button of the filters says. */
  show: string;
  /** Parameters that are no field of the form. */
  hidden: [name: string, value: string][];
  cards: CardModel[];
  empty: EmptyModel | null;
  pages: PagesModel | null;
  downloads: DownloadModel | null;
  phone: PhoneModel;
  /** Address of the hits that are in the list and not on the map. */
  withoutPositionHref: string;
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

/** Makes the view model of the directory; pure. */
export function presentDirectory(input: DirectoryInput): DirectoryModel {
  const { locale, vocab, query, view, result } = input;
  const t = words(locale, 'Directory');
  const filterContext = filterContextOf(locale, vocab, view);
  const href = hrefMaker(locale, view);
  const chips = listFilters(query, filterContext).map(({ label, without }) => ({ label, href: href(without) }));
  const byDistance = query.sort === 'distance';
  return {
    action: hrefFor(locale, '/enterprises'),
    address: toSearchParams(query, view).toString(),
    ...presentTitle(input, filterContext, t),
    text: query.text,
    isMap: view.view === 'map',
    count: t('count', { count: result.total }),
    ofAll: t('ofAll', { total: result.totalOfAll }),
    kinds: presentKinds(input, href),
    correction:
      result.correctedText === null ? null : { text: result.correctedText, originalHref: href(query, { exact: true }) },
    problem: result.problem === null ? null : t(`problem.${result.problem}`, { text: shortened(query.text) }),
    chips,
    clearHref: href({ ...query, facets: {}, yearFrom: null, yearTo: null, bbox: null, radiusKm: null }),
    ...presentSorts(input, t),
    facets: presentFacets(result.facets, filterContext, {
      kept: hasYears(query) ? 'founded' : null,
      whole: view.whole,
      hrefOfWhole: (facet) => href(query, { page: view.page, whole: [...view.whole, facet] }),
    }),
    years: { from: textOf(query.yearFrom), to: textOf(query.yearTo), min: FIRST_YEAR, max: input.year },
    near: presentNear(input, t),
    show: t('show', { count: result.total }),
    hidden: hiddenParams(query, view),
    cards: input.items.map((item) =>
      presentCard(item, { locale, vocab, t, matcher: result.matcher, near: byDistance ? query.near : null }),
    ),
    empty: result.total > 0 || result.problem !== null ? null : presentEmpty(input, t, href, chips.length > 0),
    pages: presentPages(result.total, view.page, (page) => href(query, { page })),
    downloads: presentDownloads(input, t),
    phone: {
      filters: t('phone.filters', { count: chips.length }),
      list: t('phone.list', { count: result.total }),
      otherHref: href(query, { view: view.view === 'map' ? 'list' : 'map', page: view.page }),
    },
    withoutPositionHref: href({ ...query, facets: { ...query.facets, precision: [NOT_STATED] } }, { view: 'list' }),
  };
}

type HrefMaker = (query: DirectoryQuery, view?: Partial<DirectoryView>) => string;

/** Makes addresses of the directory that keep the way of looking at it; another query begins at its first page. */
export function hrefMaker(locale: Locale, view: DirectoryView): HrefMaker {
  return (query, changes = {}) =>
    hrefFor(locale, '/enterprises', {}, toSearchParams(query, { ...view, page: 1, ...changes }));
}

/** A founding year before this one is a typing error. */
const FIRST_YEAR = 1800;

const hasYears = ({ yearFrom, yearTo }: DirectoryQuery) => yearFrom !== null || yearTo !== null;
const textOf = (value: number | null) => (value === null ? '' : String(value));

/** What the labels of the filters are made of, for `listFilters` and `listWaysOut`. */
export function filterContextOf(locale: Locale, vocab: Vocabularies, view: DirectoryView): FilterContext {
  return { locale, vocab, words: words(locale, 'Facets'), filterWords: words(locale, 'Directory'), from: view.from };
}

function presentTitle(
  { query, result }: DirectoryInput,
  context: FilterContext,
  t: DirectoryWords,
): Pick<DirectoryModel, 'title' | 'isPlain'> {
  const filters = listFilters(query, context).map(({ label }) => label);
  const parts = query.text === '' ? filters : [t('quoted', { text: shortened(query.text) }), ...filters];
  if (parts.length === 0) return { title: t('title'), isPlain: true };
  const count = result.total;
  const title =
    result.correctedText === null
      ? t('described', { count, what: parts.join(', ') })
      : t('describedCorrected', { count, text: result.correctedText });
  return { title, isPlain: false };
}

/** The number of records of each basis, as links to exactly those; none when there is only one kind. */
function presentKinds(
  { locale, vocab, query, view, result }: DirectoryInput,
  href: HrefMaker,
): DirectoryModel['kinds'] {
  const context = filterContextOf(locale, vocab, view);
  const kinds = result.facets.basis.filter(({ count }) => count > 0);
  if (kinds.length < 2) return [];
  return kinds.map(({ value, count }) => ({
    label: facetValueLabel('basis', value, context),
    count: formatCount(locale, count),
    href: href({ ...query, facets: { ...query.facets, basis: [value] } }),
  }));
}

function presentSorts({ query }: DirectoryInput, t: DirectoryWords): Pick<DirectoryModel, 'sort' | 'sorts'> {
  const usual = query.text === '' ? 'name' : 'relevance';
  const offered = SORTS.filter(
    (sort) => (sort !== 'relevance' || query.text !== '') && (sort !== 'distance' || query.near !== null),
  );
  const sort = query.sort !== null && offered.includes(query.sort) ? query.sort : usual;
  // The usual order has no value, so that it leaves no trace in the address.
  const parameterOf = (name: string) => (name === usual ? '' : name);
  return {
    sort: parameterOf(sort),
    sorts: offered.map((name) => ({ value: parameterOf(name), label: t(`sort.${name}`) })),
  };
}

const RADII_KM = [10, 25, 50, 100];

function presentNear({ query, view }: DirectoryInput, t: DirectoryWords): NearModel {
  const chosen = query.radiusKm === null || RADII_KM.includes(query.radiusKm) ? [] : [query.radiusKm];
  const radii = [...RADII_KM, ...chosen].sort((a, b) => a - b);
  return {
    open: query.near !== null || view.from !== '',
    from: view.from,
    unknownPlace: view.from !== '' && query.near === null ? t('near.unknown', { place: shortened(view.from) }) : null,
    radius: textOf(query.radiusKm),
    radii: [
      { value: '', label: t('near.anyDistance') },
      ...radii.map((km) => ({ value: String(km), label: t('near.km', { km }) })),
    ],
  };
}

/** Names of the fields of the form, the facets apart. */
const FIELD_NAMES: ReadonlySet<string> = new Set(['q', 'sort', 'yearFrom', 'yearTo', 'from', 'radiusKm', 'bbox']);

function hiddenParams(query: DirectoryQuery, view: DirectoryView): [string, string][] {
  const params = toSearchParams({ ...query, facets: {} }, { ...view, page: 1, exact: false });
  return [...params].filter(([name]) => !FIELD_NAMES.has(name));
}

function presentEmpty(
  { query, waysOut }: DirectoryInput,
  t: DirectoryWords,
  href: HrefMaker,
  filtered: boolean,
): EmptyModel {
  const text = shortened(query.text);
  const title =
    query.text === ''
      ? t(filtered ? 'empty.filters' : 'empty.nothing')
      : t(filtered ? 'empty.textAndFilters' : 'empty.text', { text });
  const ways = waysOut
    .filter(({ total }) => total > 0)
    .map(({ label, without, total }) => ({
      label,
      href: href(without),
      count: t('count', { count: total }),
    }));
  return { title, ways };
}

function presentPages(total: number, current: number, hrefOf: (page: number) => string): PagesModel | null {
  const last = Math.ceil(total / PAGE_SIZE);
  if (last < 2) return null;
  return {
    current,
    numbers: pageNumbers(current, last).map((number) => ({ number, href: number < 0 ? null : hrefOf(number) })),
    nextHref: current < last ? hrefOf(current + 1) : null,
  };
}

/** First, last and the neighbours of the present page; a gap is a negative number. */
function pageNumbers(current: number, last: number): number[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((page, index) => {
    const before = sorted[index - 1] ?? page - 1;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [-page, page] : [page];
  });
}

function presentDownloads({ locale, query, result }: DirectoryInput, t: DirectoryWords): DownloadModel | null {
  if (result.total === 0) return null;
  return {
    title: t('download', { count: result.total }),
    files: downloadFormats(query, locale),
  };
}

const FORMATS = [
  ['CSV', '/api/v1/enterprises.csv'],
  ['GeoJSON', '/api/v1/enterprises.geojson'],
  ['JSON', '/api/v1/enterprises'],
] as const;

/** The open interface takes the query, and not the way of looking at it. */
function downloadFormats(query: DirectoryQuery, locale: Locale): DownloadModel['files'] {
  // A place that is not known narrows nothing, and the interface would refuse a radius around it.
  const params = toSearchParams({ ...query, radiusKm: query.near ? query.radiusKm : null });
  params.set('lang', locale);
  return FORMATS.map(([format, path]) => ({ format, href: `${path}?${params}` }));
}
