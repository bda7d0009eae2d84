import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { Corpus } from './corpus';
import { type FacetCount, type FacetName, FIXED_VALUES, NOT_STATED } from './schema';

const LATER_DECADE = /^20\d0s$/;

/** Whether a facet has such a value: in its vocabulary, in the gazetteer, or "not stated". */
export function isFacetValue(facet: FacetName, value: string, vocab: Vocabularies): boolean {
  if (value === NOT_STATED) return true;
  switch (facet) {
    case 'region':
      return vocab.regions.has(value);
    case 'district':
      return vocab.districts.has(value);
    case 'municipality':
      return vocab.municipalities.has(value);
    case 'founded':
      return LATER_DECADE.test(value) || isOneOf(FIXED_VALUES.founded, value);
    case 'verified':
    case 'website':
    case 'precision':
      return isOneOf(FIXED_VALUES[facet], value);
    default:
      return vocab.term(facet, value) !== undefined;
  }
}

const isOneOf = (values: readonly string[], value: string) => values.includes(value);

/**
 * The values of a facet with their counts, in the facet's own order: that of the vocabulary, of time, or (places) of
 * the counts; "not stated" comes last. Values without a hit are left out unless chosen.
 * @param values by number
 * @param counts by the same number
 */
export function countedValues<Facet extends string>(
  corpus: Corpus<Facet>,
  facet: Facet,
  values: readonly string[],
  counts: Uint32Array,
  chosen: readonly string[],
  vocab: Vocabularies,
): FacetCount[] {
  const found = values.flatMap((value, code): FacetCount[] => {
    const count = counts[code] ?? 0;
    const selected = chosen.includes(value);
    return count > 0 || selected ? [{ value, count, selected }] : [];
  });
  const missing = [...new Set(chosen)]
    .filter((value) => !values.includes(value))
    .map((value) => ({ value, count: 0, selected: true }));
  const order = orderOf(corpus, facet, vocab);
  const place = ({ value }: FacetCount) =>
    value === NOT_STATED ? Number.POSITIVE_INFINITY : (order?.get(value) ?? 1e6);
  return [...found, ...missing].sort((a, b) => {
    const [placeA, placeB] = [place(a), place(b)];
    if (placeA !== placeB) return placeA - placeB;
    return order === null ? b.count - a.count || compareText(a, b) : compareText(a, b);
  });
}

const compareText = (a: FacetCount, b: FacetCount) => (a.value < b.value ? -1 : 1);

const orders = new WeakMap<Vocabularies, Map<string, Map<string, number>>>();

/** Places of the values of a facet that has an order of its own; null for the others. */
function orderOf<Facet extends string>(
  corpus: Corpus<Facet>,
  facet: Facet,
  vocab: Vocabularies,
): Map<string, number> | null {
  const known = orders.get(vocab) ?? new Map<string, Map<string, number>>();
  orders.set(vocab, known);
  const key = `${corpus.tables} ${facet}`;
  const kept = known.get(key);
  if (kept) return kept;
  const values = corpus.valuesInOrder(facet, vocab);
  if (values === null) return null;
  const order = new Map(values.map((value, place) => [value, place]));
  known.set(key, order);
  return order;
}

/** The values of a facet of enterprises in its own order; null for places on the map. */
export function valuesInOrder(facet: FacetName, vocab: Vocabularies): readonly string[] | null {
  if (facet === 'region' || facet === 'district' || facet === 'municipality') return null;
  if (facet === 'founded' || facet === 'verified' || facet === 'website' || facet === 'precision')
    return FIXED_VALUES[facet];
  return vocab.terms(facet).map((term) => term.code);
}
