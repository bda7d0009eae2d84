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

/** What is asked of one kind of record: one shape for the page, the map, the interface and the exports. */
export interface SearchQuery<Facet extends string> {
  /** Text as typed; '' when there is none. */
  text: string;
  /** Chosen values, in the order of choosing: or inside a facet, and across facets. */
  facets: Partial<Record<Facet, readonly string[]>>;
  /** Years of founding (of beginning), both ends included. */
  yearFrom: number | null;
  yearTo: number | null;
  bbox: BoundingBox | null;
  /** Where distances are measured from. */
  near: LatLng | null;
  /** Only records within this distance of `near`, in kilometres. */
  radiusKm: number | null;
  /** null: relevance when there is text, otherwise the usual order of these records. */
  sort: Sort | null;
}

/** What is asked of the directory. */
export type DirectoryQuery = SearchQuery<FacetName>;

/** One value of a facet. `value` goes back as the parameter. Values with no hit are left out unless chosen. */
export interface FacetCount {
  value: string;
  count: number;
  selected: boolean;
}

export type FacetCountsOf<Facet extends string> = Record<Facet, FacetCount[]>;
export type FacetCounts = FacetCountsOf<FacetName>;

/** Why a text cannot be searched for: nothing is left of it, it is too long, or it only excludes. */
export type TextProblem = 'nothingToSearch' | 'tooLong' | 'onlyExclusions';

/** The answer to a query of one kind of record. */
export interface SearchAnswer<Facet extends string> {
  total: number;
  /** All public records, whatever the query. */
  totalOfAll: number;
  /** Ids of the asked slice, in order. */
  ids: number[];
  /** Counted with every filter but the facet's own, so that a count is the number of hits after the click. */
  facets: FacetCountsOf<Facet>;
  /** The text that was searched instead of the typed one, when a spelling was corrected; otherwise null. */
  correctedText: string | null;
  problem: TextProblem | null;
  /** Hits that have no position and so are not on the map. */
  withoutPosition: number;
  /** Folded words and stems to be marked in the texts shown (see `lib/search/highlight.ts`). */
  matcher: HighlightTerms;
}

export type SearchResult = SearchAnswer<FacetName>;

/** The facets of which a record may have several values; of the others it has at most one. */
export const MULTI_VALUED = [
  'targetGroup',
  'activityField',
  'activity',
  'product',
] as const satisfies readonly FacetName[];

/**
 * The facets whose values stand in no table, in their own order. `founded` also takes each later decade ("2030s");
 * the age of a verification is counted in months back from today.
 */
export const FIXED_VALUES = {
  founded: ['before-1990', '1990s', '2000s', '2010s', '2020s'],
  verified: ['under6m', '6to12m', 'over12m'],
  website: ['yes'],
  precision: ['address', 'settlement', 'municipality'],
} as const satisfies Partial<Record<FacetName, readonly string[]>>;

/** How the directory is looked at: what of the address is not part of the question. */
export interface DirectoryView {
  /** 1-based. */
  page: number;
  view: 'list' | 'map';
  /** Centre and zoom of the map; null: all results. */
  map: { lat: number; lng: number; zoom: number } | null;
  /** "Only what the map shows": the query's `bbox` is that of the map. */
  onlyInMap: boolean;
  /** Search for the text exactly as typed, without correcting its spelling. */
  exact: boolean;
  /** Place from which distances are measured, as typed; '' when there is none. */
  from: string;
  /** Facets whose values are all shown, and not the first few. */
  whole: readonly string[];
  /** Facets of which the address names a value that does not exist (any more); it is left out, and the page says so. */
  leftOut: readonly string[];
}

/** Records with a position that match a query, as columns of equal length, in no particular order. */
export interface MatchingPositions {
  ids: Int32Array;
  /** Degrees WGS84. */
  lat: Float64Array;
  lng: Float64Array;
  /** Indexes in `MARKS` of lib/geo. */
  markIndex: Uint8Array;
  /** Indexes in `PRECISIONS` of lib/geo. */
  precisionIndex: Uint8Array;
  /** Equal for records that stand on exactly the same point. */
  locationIndex: Int32Array;
  /** All hits, those without a position included. */
  total: number;
  withoutPosition: number;
}

/** Something to choose while typing. `count` is the number of hits behind it; null for an enterprise or a story. */
export type Suggestion = {
  label: string /** District or place, to tell two of one name apart. */;
  detail: string | null;
} & (
  | {
      kind: 'place';
      count: number;
      leadsTo: { facet: 'region' | 'district' | 'municipality'; value: string } | { text: string } | StoryChoice;
    }
  | { kind: 'term'; count: number; leadsTo: { facet: FacetName; value: string } | StoryChoice }
  | { kind: 'enterprise'; count: null; leadsTo: { slug: string } }
  | { kind: 'story'; count: null; leadsTo: { story: string } }
);

/** A choice in the list of stories; `count` is then that of stories. */
export interface StoryChoice {
  storyFacet: 'district' | 'practiceType' | 'beneficiary';
  value: string;
}

/** What the text matched, for marking: a word is marked when its fold is in `words`, its stem in `stems`, or it begins with `prefix`. */
export interface HighlightTerms {
  words: string[];
  stems: string[];
  prefix: string | null;
}
