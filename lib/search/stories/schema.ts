import { NOT_STATED, type SearchAnswer, type SearchQuery } from '../schema';

/** The facets of stories, in the order in which the page shows them. Each is also the name of its parameter. */
export const STORY_FACETS = [
  'practiceType',
  'beneficiary',
  'period',
  'year',
  'country',
  'district',
  'organisation',
  'inDirectory',
  'origin',
  'precision',
] as const;
export type StoryFacet = (typeof STORY_FACETS)[number];

export const STORY_MULTI_VALUED = ['practiceType', 'beneficiary'] as const satisfies readonly StoryFacet[];

/** The facets whose values stand in no table, in their own order. */
export const STORY_FIXED_VALUES = {
  period: ['before', 'emergency', 'later', 'after'],
  inDirectory: ['yes', 'no'],
  origin: ['submitted', 'collected'],
  precision: ['address', 'settlement', 'municipality'],
} as const satisfies Partial<Record<StoryFacet, readonly string[]>>;

export const STORY_SORTS = ['relevance', 'newest', 'name', 'distance'] as const;

/** What is asked of the stories. */
export type StoryQuery = SearchQuery<StoryFacet>;
export type StoryAnswer = SearchAnswer<StoryFacet>;

export { NOT_STATED };
