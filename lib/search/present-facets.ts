import { countryName } from '@/lib/i18n/countries';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { Words } from '@/lib/i18n/words';
import { compareNames } from '@/lib/serbian';
import { facetLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type FacetCount, type FacetCountsOf, NOT_STATED } from './schema';

type FacetWords = Words<'Facets'>;

/** What the words of a facet are made of. */
export interface FacetContext {
  vocab: Vocabularies;
  locale: Locale;
  words: FacetWords;
  /** Names of what stands in no vocabulary (records of the directory), by facet and value. */
  nameOf?: (facet: string, value: string) => string | null;
}

export interface FacetOption {
  value: string;
  label: string;
  /** Number of hits after the click, as the page writes numbers. */
  count: string;
  selected: boolean;
}

export interface FacetModel {
  /** Name of the facet's parameter. */
  name: string;
  label: string;
  /** Whether the group stands open before anyone touches it. */
  open: boolean;
  /** The values that are always visible: the first few, and every chosen one. */
  first: FacetOption[];
  /** The values behind "show all"; null when there are none. A page has them only when it was asked for the whole facet. */
  rest: { label: string; fewerLabel: string; href: string; options: FacetOption[] | null } | null;
  /** "Not stated", always the last. */
  notStated: FacetOption | null;
}

const MAX_FIRST = 7;

/** Facets that stand open from the start; the others open when something in them is chosen. */
const OPEN: ReadonlySet<string> = new Set([
  ...['basis', 'targetGroup', 'activityField', 'legalForm', 'district'],
  ...['practiceType', 'beneficiary', 'country'],
]);

/** Facets whose values have an order of their own; the values of the others stand by number of hits, then by name. */
const ORDERED: ReadonlySet<string> = new Set([
  ...['basis', 'legalStatus', 'founded', 'size', 'verified', 'precision'],
  ...['period', 'year', 'inDirectory', 'origin'],
]);

// A page names some three hundred values, and the names of a vocabulary never change: another one comes in its place.
const labelsOf = new WeakMap<Vocabularies, Map<string, string>>();

/** A facet's value in the visitor's language and script. */
export function facetValueLabel(facet: string, value: string, context: FacetContext): string {
  const known = labelsOf.get(context.vocab) ?? new Map<string, string>();
  labelsOf.set(context.vocab, known);
  const key = `${context.locale} ${facet} ${value}`;
  const label = known.get(key) ?? makeLabel(facet, value, context);
  known.set(key, label);
  return label;
}

function makeLabel(facet: string, value: string, { vocab, locale, words, nameOf }: FacetContext): string {
  if (value === NOT_STATED) return words('notStated');
  if (facet === 'country') return countryName(value, locale);
  const name = nameOf?.(facet, value);
  if (name) return name;
  const label = facetLabel(vocab, facet, value, locale);
  if (label !== null) return label;
  if (facet === 'founded') return foundedLabel(value, words);
  const key = `values.${facet}.${value}` as Parameters<FacetWords['has']>[0];
  return words.has(key) ? words(key) : value;
}

function foundedLabel(value: string, words: FacetWords): string {
  const decade = /^(\d{4})s$/.exec(value)?.[1];
  if (decade) return words('values.founded.decade', { from: decade, to: String(Number(decade) + 9) });
  const before = /^before-(\d{4})$/.exec(value)?.[1];
  return before ? words('values.founded.before', { year: before }) : value;
}

/** Which facets a page shows, and how much of them. */
export interface FacetChoice<Facet extends string> {
  /** A facet that is shown even where there is nothing to choose, because the page has more of it chosen than a value. */
  kept: Facet | null;
  /** The facets whose values are all shown. */
  whole: readonly string[];
  /** Address of the page that shows all values of a facet. */
  hrefOfWhole: (facet: Facet) => string;
}

/** The facets as the page shows them; those in which there is nothing to choose are left out. */
export function presentFacets<Facet extends string>(
  facets: FacetCountsOf<Facet>,
  context: FacetContext,
  choice: FacetChoice<Facet>,
): FacetModel[] {
  const { kept } = choice;
  // The counts stand in the order in which the page shows the facets.
  const names = Object.keys(facets) as Facet[];
  return names
    .filter((name) => name === kept || isChoice(facets[name]))
    .map((name) => {
      const facet = presentFacet(name, facets[name], context, choice);
      return name === kept ? { ...facet, open: true } : facet;
    });
}

/** A facet is a choice when it divides the hits, or when something in it is chosen already. */
function isChoice(counts: readonly FacetCount[]): boolean {
  return (
    counts.some(({ selected }) => selected) || (counts.length > 1 && counts.some(({ value }) => value !== NOT_STATED))
  );
}

function presentFacet<Facet extends string>(
  name: Facet,
  counts: readonly FacetCount[],
  context: FacetContext,
  { whole, hrefOfWhole }: FacetChoice<Facet>,
): FacetModel {
  const labelled = counts.map((count) => ({ ...count, label: facetValueLabel(name, count.value, context) }));
  const toOption = ({ value, label, count, selected }: (typeof labelled)[number]): FacetOption => ({
    value,
    label,
    count: formatCount(context.locale, count),
    selected,
  });

  const stated = labelled.filter(({ value }) => value !== NOT_STATED);
  if (!ORDERED.has(name)) stated.sort((a, b) => b.count - a.count || compareNames(a.label, b.label, context.locale));
  const isFirst = (option: { selected: boolean }, index: number) => index < MAX_FIRST || option.selected;
  const rest = stated.filter((option, index) => !isFirst(option, index));
  const notStated = labelled.find(({ value }) => value === NOT_STATED);
  return {
    name,
    label: context.words(`names.${name}` as Parameters<FacetWords>[0]),
    open: OPEN.has(name) || counts.some(({ selected }) => selected),
    first: stated.filter(isFirst).map(toOption),
    rest:
      rest.length > 0
        ? {
            label: context.words('showAll', { count: stated.length }),
            fewerLabel: context.words('showFewer'),
            href: hrefOfWhole(name),
            options: whole.includes(name) ? rest.map(toOption) : null,
          }
        : null,
    notStated: notStated ? toOption(notStated) : null,
  };
}
