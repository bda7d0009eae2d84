import { isFacetValue } from '@/lib/search/facet-values';
import { FACETS, type FacetName, FIXED_VALUES, NOT_STATED } from '@/lib/search/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { ParameterError } from './parameters';

/** The values of a facet as an error names them; null for places in their hundreds, which would drown the message. */
function allowedValues(facet: FacetName, vocab: Vocabularies): string | null {
  if (facet === 'municipality') return null;
  const fixed: Partial<Record<FacetName, readonly string[]>> = {
    ...FIXED_VALUES,
    region: [...vocab.regions.keys()],
    district: [...vocab.districts.keys()],
  };
  const values = fixed[facet] ?? vocab.terms(facet).map((term) => term.code);
  return [...values, NOT_STATED].join(', ');
}

/** The facet values that no record could have, because no such value exists. */
export function unknownFacetValues(
  facets: Record<FacetName, readonly string[]>,
  vocab: Vocabularies,
): ParameterError[] {
  return FACETS.flatMap((facet) =>
    facets[facet]
      .filter((value) => !isFacetValue(facet, value, vocab))
      .map((value) => ({ field: facet, value, reason: 'unknownValue', allowed: allowedValues(facet, vocab) })),
  );
}
