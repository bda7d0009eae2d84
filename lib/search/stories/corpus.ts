import type { Corpus } from '../corpus';
import { isStoryFacetValue, storyValuesInOrder } from './facet-values';
import { STORY_FACETS, STORY_MULTI_VALUED, STORY_SORTS, type StoryFacet } from './schema';

/** The stories of good practice, as search knows them. */
export const STORIES: Corpus<StoryFacet> = {
  tables: 'story_search',
  facets: STORY_FACETS,
  stored: STORY_FACETS,
  multiValued: STORY_MULTI_VALUED,
  derive: () => ({}),
  sorts: STORY_SORTS,
  usualSort: (hasText) => (hasText ? 'relevance' : 'newest'),
  isValue: isStoryFacetValue,
  valuesInOrder: storyValuesInOrder,
};
