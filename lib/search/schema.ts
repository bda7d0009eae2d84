import type { BoundingBox, LatLng } from '@/lib/geo/types';

/** The facets of the directory, in the order in which the page shows them. Each is also the name of its parameter. */
export const FACETS = [
  'basis',
  'targetGroup',
  // The nine fields with a mark; `activity` is the finer vocabulary below them.
  'activityField',
  'activity',
  'product',
  'legalForm',
  'region',
  'district',
  'municipality',
  'legalStatus',
  'founded',
  'size',
  'verified',
  'website',
  'precision',
] as const;
export type FacetName = (typeof FACETS)[number];

/** The value, in every facet, of the records that do not state it. */
export const NOT_STATED = 'not_stated';

export const SORTS = ['relevance', 'name', 'newest', 'verified', 'distance'] as const;
export type Sort = (typeof SORTS)[number];

/** What is asked of the directory: one shape for the page, the map, the interface and the exports. */
export interface DirectoryQuery {
  /** Text as typed; '' when there is none. */
  text: string;
  /** Chosen values, in the order of choosing: or inside a facet, and across facets. */
  facets: Partial<Record<FacetName, readonly string[]>>;
  /** Years of founding, both ends included. */
  yearFrom: number | null;
  yearTo: number | null;
  bbox: BoundingBox | null;
  /** Where distances are measured from. */
  near: LatLng | null;
  /** Only records within this distance of `near`, in kilometres. */
  radiusKm: number | null;
  /** null: relevance when there is text, otherwise name. */
  sort: Sort | null;
}

/** One value of a facet. `value` goes back as the parameter. Values with no hit are left out unless chosen. */
export interface FacetCount {
  value: string;
  count: number;
  selected: boolean;
}

export type FacetCounts = Record<FacetName, FacetCount[]>;

/** Why a text cannot be searched for: nothing is left of it, it is too long, or it only excludes. */
export type TextProblem = 'nothingToSearch' | 'tooLong' | 'onlyExclusions';

export interface SearchResult {
  total: number;
  /** All public records, whatever the query. */
  totalOfAll: number;
  /** Ids of the asked slice, in order. */
  ids: number[];
  /** Counted with every filter but the facet's own, so that a count is the number of hits after the click. */
  facets: FacetCounts;
  /** The text that was searched instead of the typed one, when a spelling was corrected; otherwise null. */
  correctedText: string | null;
  problem: TextProblem | null;
  /** Hits that have no position and so are not on the map. */
  withoutPosition: number;
  /** Folded words and stems to be marked in the texts shown (see `lib/search/highlight.ts`). */
  matcher: HighlightTerms;
}

/** What the text matched, for marking: a word is marked when its fold is in `words`, its stem in `stems`, or it begins with `prefix`. */
export interface HighlightTerms {
  words: string[];
  stems: string[];
  prefix: string | null;
}
