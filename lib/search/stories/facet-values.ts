import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { NOT_STATED, STORY_FIXED_VALUES, type StoryFacet } from './schema';

/** Years of beginning that can be asked for. */
const YEAR = /^(19|20)\d\d$/;
const COUNTRY = /^[A-Z]{2}$/;
const ID = /^[1-9]\d{0,9}$/;

/** Whether a facet of stories has such a value. Any year, country or record may come to have a story. */
export function isStoryFacetValue(facet: StoryFacet, value: string, vocab: Vocabularies): boolean {
  if (value === NOT_STATED) return true;
  switch (facet) {
    case 'practiceType':
    case 'beneficiary':
      return vocab.term(facet, value) !== undefined;
    case 'district':
      return vocab.districts.has(value);
    case 'year':
      return YEAR.test(value);
    case 'country':
      return COUNTRY.test(value);
    case 'organisation':
      return ID.test(value);
    default:
      return (STORY_FIXED_VALUES[facet] as readonly string[]).includes(value);
  }
}

/** All years that `isStoryFacetValue` takes, the last first. */
const YEARS = Array.from({ length: 200 }, (_, index) => String(2099 - index));

/** The values of a facet of stories in its own order; null for those that stand by their counts. */
export function storyValuesInOrder(facet: StoryFacet, vocab: Vocabularies): readonly string[] | null {
  switch (facet) {
    case 'practiceType':
    case 'beneficiary':
      return vocab.terms(facet).map((term) => term.code);
    case 'year':
      return YEARS;
    case 'country':
    case 'district':
    case 'organisation':
      return null;
    default:
      return STORY_FIXED_VALUES[facet];
  }
}
