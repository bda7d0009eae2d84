import type { Words } from '@/lib/i18n/words';
import { type FacetContext, facetValueLabel } from './present-facets';
import type { FacetName, SearchQuery } from './schema';

/** One thing that narrows the list, and the query without it. */
export interface Filter<Facet extends string = FacetName> {
  label: string;
  without: SearchQuery<Facet>;
}

type FilterWords = Words<'Directory'>;

export interface FilterContext extends FacetContext {
  /** The words of the filters that are no facet values. */
  filterWords: FilterWords;
  /** Text of the place from which distances are measured, as typed; '' when it is the visitor's own place. */
  from: string;
}

/** What is chosen, in the order of choosing: one filter for each value, then years, distance and the map's rectangle. */
export function listFilters<Facet extends string>(query: SearchQuery<Facet>, context: FilterContext): Filter<Facet>[] {
  return [...facetFilters(query, context), ...otherFilters(query, context)];
}

/** How a search that found nothing can be widened: without each facet, each other filter, and without the text. */
export function listWaysOut<Facet extends string>(query: SearchQuery<Facet>, context: FilterContext): Filter<Facet>[] {
  const facets = chosenFacets(query).map((name) => ({
    label: (query.facets[name] ?? []).map((value) => facetFilterLabel(name, value, context)).join(', '),
    without: withFacet(query, name, []),
  }));
  const filters = [...facets, ...otherFilters(query, context)].map(({ label, without }) => ({
    label: context.filterWords('empty.without', { label }),
    without,
  }));
  // Without its only word the search is the whole directory, which helps nobody.
  if (query.text === '' || filters.length === 0) return filters;
  const label = context.filterWords('empty.withoutText', { text: shortened(query.text) });
  return [...filters, { label, without: { ...query, text: '' } }];
}

const MAX_QUOTED = 60;

/** A text of a visitor as the page quotes it: an endless one does not push the page away. */
export function shortened(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

/** The facets in which something is chosen, in the order of choosing. */
function chosenFacets<Facet extends string>(query: SearchQuery<Facet>): Facet[] {
  const names = Object.keys(query.facets) as Facet[];
  return names.filter((name) => (query.facets[name]?.length ?? 0) > 0);
}

function facetFilters<Facet extends string>(query: SearchQuery<Facet>, context: FilterContext): Filter<Facet>[] {
  return chosenFacets(query).flatMap((name) => {
    const chosen = query.facets[name] ?? [];
    return chosen.map((value) => ({
      label: facetFilterLabel(name, value, context),
      without: withFacet(
        query,
        name,
        chosen.filter((other) => other !== value),
      ),
    }));
  });
}

/** A value that says nothing without its facet ("not stated", a year, "yes") is named with it. */
function facetFilterLabel(name: string, value: string, context: FilterContext): string {
  const label = facetValueLabel(name, value, context);
  const speaksForItself = context.vocab.term(name, value) || ['region', 'district', 'municipality'].includes(name);
  if (speaksForItself && value !== 'not_stated') return label;
  return context.filterWords('filter.named', {
    name: context.words(`names.${name}` as Parameters<FacetContext['words']>[0]),
    value: label,
  });
}

function withFacet<Facet extends string>(
  query: SearchQuery<Facet>,
  name: Facet,
  values: readonly string[],
): SearchQuery<Facet> {
  const facets = { ...query.facets };
  if (values.length > 0) facets[name] = values;
  else delete facets[name];
  return { ...query, facets };
}

function otherFilters<Facet extends string>(
  query: SearchQuery<Facet>,
  { filterWords, from }: FilterContext,
): Filter<Facet>[] {
  const filters: Filter<Facet>[] = [];
  const { yearFrom, yearTo } = query;
  if (yearFrom !== null || yearTo !== null) {
    filters.push({
      label: yearsLabel(yearFrom, yearTo, filterWords),
      without: { ...query, yearFrom: null, yearTo: null },
    });
  }
  if (query.near && query.radiusKm !== null) {
    const label = from
      ? filterWords('filter.within', { km: query.radiusKm, place: from })
      : filterWords('filter.withinMe', { km: query.radiusKm });
    filters.push({ label, without: { ...query, radiusKm: null } });
  }
  if (query.bbox) filters.push({ label: filterWords('filter.bbox'), without: { ...query, bbox: null } });
  return filters;
}

function yearsLabel(from: number | null, to: number | null, words: FilterWords): string {
  // As text: a year is not a number to be grouped ("2.010").
  if (from !== null && to !== null) return words('filter.years', { from: String(from), to: String(to) });
  if (from !== null) return words('filter.yearsFrom', { from: String(from) });
  return words('filter.yearsTo', { to: String(to) });
}
