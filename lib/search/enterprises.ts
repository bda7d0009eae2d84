import type { Corpus } from './corpus';
import { foundedColumn, verifiedColumn } from './derived-facets';
import { STORED_FACETS } from './documents';
import { isFacetValue, valuesInOrder } from './facet-values';
import { FACETS, type FacetName, MULTI_VALUED, SORTS } from './schema';

/** The enterprises of the directory, as search knows them. */
export const ENTERPRISES: Corpus<FacetName> = {
  tables: 'search',
  facets: FACETS,
  stored: STORED_FACETS,
  multiValued: MULTI_VALUED,
  derive: (columns, today) => ({ founded: foundedColumn(columns), verified: verifiedColumn(columns, today) }),
  sorts: SORTS,
  usualSort: (hasText) => (hasText ? 'relevance' : 'name'),
  isValue: isFacetValue,
  valuesInOrder,
};
