import { FACETS, type FacetName, NOT_STATED } from '@/lib/search/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { ParameterError } from './parameters';

/** Values of the facets that no vocabulary holds. */
const FIXED: Partial<Record<FacetName, RegExp>> = {
  founded: /^(before-1990|(19|20)\d0s)$/,
  verified: /^(under6m|6to12m|over12m)$/,
  website: /^yes$/,
  precision: /^(address|settlement|municipality)$/,
};

function isKnown(facet: FacetName, value: string, vocab: Vocabularies): boolean {
  if (value === NOT_STATED) return true;
  const fixed = FIXED[facet];
  if (fixed) return fixed.test(value);
  if (facet === 'region') return vocab.regions.has(value);
  if (facet === 'district') return vocab.districts.has(value);
  if (facet === 'municipality') return vocab.municipalities.has(value);
  return vocab.term(facet, value) !== undefined;
}

function allowedValues(facet: FacetName, vocab: Vocabularies): string | null {
  const of: Partial<Record<FacetName, readonly string[]>> = {
    founded: ['before-1990', '1990s', '2000s', '2010s', '2020s'],
    verified: ['under6m', '6to12m', 'over12m'],
    website: ['yes'],
    precision: ['address', 'settlement', 'municipality'],
    region: [...vocab.regions.keys()],
    district: [...vocab.districts.keys()],
    // About two hundred municipalities would drown the message; they stand in `facets` of every answer.
    municipality: [],
  };
  const values = of[facet] ?? vocab.terms(facet).map((term) => term.code);
  return values.length === 0 ? null : [...values, NOT_STATED].join(', ');
}

/** The facet values that no record could have, because no such value exists. */
export function unknownFacetValues(
  facets: Record<FacetName, readonly string[]>,
  vocab: Vocabularies,
): ParameterError[] {
  return FACETS.flatMap((facet) =>
    facets[facet]
      .filter((value) => !isKnown(facet, value, vocab))
      .map((value) => ({ field: facet, value, reason: 'unknownValue', allowed: allowedValues(facet, vocab) })),
  );
}
