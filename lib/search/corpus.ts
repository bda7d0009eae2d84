import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { Columns, FacetColumn } from './columns';
import type { Sort } from './schema';

/**
 * One kind of record that can be searched: enterprises, stories. The text, the spelling, the filters, the counts and the
 * orders are the same for all; this is what differs.
 */
export interface Corpus<Facet extends string> {
  /** What the names of its tables begin with (`index-sqlite-write.ts`). */
  tables: IndexTables;
  /** In the order in which a page shows them; each is also the name of its parameter. */
  facets: readonly Facet[];
  /** The facets whose values are stored with the record. */
  stored: readonly Facet[];
  /** Of these a record may have several values; of the others it has at most one. */
  multiValued: readonly Facet[];
  /** The facets that follow from the years and from today's date. @param today YYYY-MM-DD */
  derive: (columns: Columns, today: string) => Partial<Record<Facet, FacetColumn>>;
  /** The orders that can be asked for, and the one that stands without asking. */
  sorts: readonly Sort[];
  usualSort: (hasText: boolean) => Sort;
  /** Whether a facet has such a value: in its vocabulary, in the gazetteer, or "not stated". */
  isValue: (facet: Facet, value: string, vocab: Vocabularies) => boolean;
  /** The values of a facet that has an order of its own; null for those that stand by their counts. */
  valuesInOrder: (facet: Facet, vocab: Vocabularies) => readonly string[] | null;
}

export const INDEX_TABLES = ['search', 'story_search'] as const;
export type IndexTables = (typeof INDEX_TABLES)[number];
