import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import type { Words } from '@/lib/i18n/words';
import type { Corpus } from './corpus';
import { toSearchParams } from './params';
import { type FacetModel, presentFacets } from './present-facets';
import { type Filter, type FilterContext, listFilters, shortened } from './present-filters';
import { type DirectoryView, NOT_STATED, type SearchAnswer, type SearchQuery } from './schema';

export type DirectoryWords = Words<'Directory'>;

/** Records on one page of the list. */
export const PAGE_SIZE = 20;

/** A filter as a link that takes it away. */
export interface FilterLink {
  label: string;
  href: string;
}

/** A filter to drop, and how many records there are without it. */
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
  /** Facet beside whose values the range stands. */
  facet: string;
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

/** A list of records of one kind in the words of one language, ready to be laid out; the records themselves apart. */
export interface ListModel {
  /** Address of the list without its query. */
  action: string;
  /** Canonical query of what is shown, '' for the plain list. */
  address: string;
  /** Title of the page: with the number of hits, so that it is said aloud when the page opens. */
  title: string;
  /** Nothing is sought and nothing chosen. */
  isPlain: boolean;
  text: string;
  isMap: boolean;
  count: string;
  ofAll: string;
  /** The records apart by a facet of which each has one value; empty where there is only one kind. */
  kinds: (FilterLink & { count: string })[];
  correction: { text: string; originalHref: string } | null;
  problem: string | null;
  /** What is said of filters of the address that do not exist (any more). */
  leftOut: string | null;
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
  empty: EmptyModel | null;
  pages: PagesModel | null;
  downloads: DownloadModel | null;
  phone: PhoneModel;
  /** Address of the hits that are in the list and not on the map. */
  withoutPositionHref: string;
}

/** What a list is presented from; the same for every kind of record. */
export interface ListInput<Facet extends string> {
  locale: Locale;
  /** The list's words. */
  t: DirectoryWords;
  page: PageName;
  corpus: Pick<Corpus<Facet>, 'sorts' | 'usualSort'>;
  /** What the labels of the filters are made of. */
  context: FilterContext;
  query: SearchQuery<Facet>;
  view: DirectoryView;
  result: SearchAnswer<Facet>;
  /** How many the search would find without one of its filters (see `listWaysOut`); asked only when it found nothing. */
  waysOut: readonly (Filter<Facet> & { total: number })[];
  /** The facet of the years, and the years between which one makes sense. */
  years: { facet: Facet; min: number; max: number };
  kinds: ListModel['kinds'];
  /** Addresses of the same rows in the open interface, by format. */
  files: readonly (readonly [format: string, path: string])[];
}

/** Makes the view model of a list; pure. */
export function presentList<Facet extends string>(input: ListInput<Facet>): ListModel {
  const { locale, t, page, context, query, view, result } = input;
  const href = listHrefs<Facet>(locale, page, view);
  const chips = listFilters(query, context).map(({ label, without }) => ({ label, href: href(without) }));
  return {
    action: hrefFor(locale, page),
    address: toSearchParams(query, view).toString(),
    ...presentTitle(input),
    text: query.text,
    isMap: view.view === 'map',
    count: t('count', { count: result.total }),
    ofAll: t('ofAll', { total: result.totalOfAll }),
    kinds: input.kinds,
    correction:
      result.correctedText === null ? null : { text: result.correctedText, originalHref: href(query, { exact: true }) },
    problem: result.problem === null ? null : t(`problem.${result.problem}`, { text: shortened(query.text) }),
    leftOut: presentLeftOut(input),
    chips,
    clearHref: href({ ...query, facets: {}, yearFrom: null, yearTo: null, bbox: null, radiusKm: null }),
    ...presentSorts(input),
    facets: presentFacets(result.facets, context, {
      kept: hasYears(query) ? input.years.facet : null,
      whole: view.whole,
      hrefOfWhole: (facet) => href(query, { page: view.page, whole: [...view.whole, facet] }),
    }),
    years: { ...input.years, from: textOf(query.yearFrom), to: textOf(query.yearTo) },
    near: presentNear(input),
    show: t('show', { count: result.total }),
    hidden: hiddenParams(query, view),
    empty: result.total > 0 || result.problem !== null ? null : presentEmpty(input, href, chips.length > 0),
    pages: presentPages(result.total, view.page, (number) => href(query, { page: number })),
    downloads: presentDownloads(input),
    phone: {
      filters: t('phone.filters', { count: chips.length }),
      list: t('phone.list', { count: result.total }),
      otherHref: href(query, { view: view.view === 'map' ? 'list' : 'map', page: view.page }),
    },
    withoutPositionHref: href({ ...query, facets: { ...query.facets, precision: [NOT_STATED] } }, { view: 'list' }),
  };
}

export type HrefMaker<Facet extends string> = (query: SearchQuery<Facet>, view?: Partial<DirectoryView>) => string;

/** Makes addresses of a list that keep the way of looking at it; another query begins at its first page. */
export function listHrefs<Facet extends string>(locale: Locale, page: PageName, view: DirectoryView): HrefMaker<Facet> {
  return (query, changes = {}) => hrefFor(locale, page, {}, toSearchParams(query, { ...view, page: 1, ...changes }));
}

const hasYears = ({ yearFrom, yearTo }: SearchQuery<string>) => yearFrom !== null || yearTo !== null;
const textOf = (value: number | null) => (value === null ? '' : String(value));

function presentTitle<Facet extends string>({
  query,
  result,
  context,
  t,
}: ListInput<Facet>): Pick<ListModel, 'title' | 'isPlain'> {
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

function presentSorts<Facet extends string>({ query, corpus, t }: ListInput<Facet>): Pick<ListModel, 'sort' | 'sorts'> {
  const usual = corpus.usualSort(query.text !== '');
  const offered = corpus.sorts.filter(
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

function presentNear({ query, view, t }: ListInput<string>): NearModel {
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

function hiddenParams(query: SearchQuery<string>, view: DirectoryView): [string, string][] {
  const params = toSearchParams({ ...query, facets: {} }, { ...view, page: 1, exact: false });
  return [...params].filter(([name]) => !FIELD_NAMES.has(name));
}

function presentEmpty<Facet extends string>(
  { query, waysOut, t }: ListInput<Facet>,
  href: HrefMaker<Facet>,
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

function presentDownloads<Facet extends string>({
  locale,
  query,
  result,
  files,
  t,
}: ListInput<Facet>): DownloadModel | null {
  if (result.total === 0) return null;
  // The open interface takes the query, and not the way of looking at it. A place that is not known narrows nothing, and
  // the interface would refuse a radius around it.
  const params = toSearchParams({ ...query, radiusKm: query.near ? query.radiusKm : null });
  params.set('lang', locale);
  return {
    title: t('download', { count: result.total }),
    files: files.map(([format, path]) => ({ format, href: `${path}?${params}` })),
  };
}

/** The number of records of each value of a facet, as links to exactly those; none when there is only one kind. */
export function presentKinds<Facet extends string>(
  facet: Facet,
  { locale, result, query }: Pick<ListInput<Facet>, 'locale' | 'result' | 'query'>,
  labelOf: (value: string) => string,
  href: HrefMaker<Facet>,
): ListModel['kinds'] {
  const kinds = result.facets[facet].filter(({ count }) => count > 0);
  if (kinds.length < 2) return [];
  return kinds.map(({ value, count }) => ({
    label: labelOf(value),
    count: formatCount(locale, count),
    href: href({ ...query, facets: { ...query.facets, [facet]: [value] } }),
  }));
}

/** The filters that were left out, by the names of their facets: what stood in the address is anybody's words. */
function presentLeftOut<Facet extends string>({ t, view, context: { words } }: ListInput<Facet>): string | null {
  if (view.leftOut.length === 0) return null;
  const names = view.leftOut.map((facet) => words(`names.${facet}` as Parameters<typeof words>[0]));
  return t('leftOut', { filters: names.join(', ') });
}
