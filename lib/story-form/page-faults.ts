import { type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';
import { type AnswerFault, checkAnswers, type StoryAnswers } from '@/lib/submissions/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { textAnswer } from './form-data';
import { resolvePlaceName } from './places';

/** Faults of one page of a draft, as the schema sees them. */
export function faultsOfPage(page: FormPage, answers: StoryAnswers): AnswerFault[] {
  const checked = checkAnswers(answers, PAGE_FIELDS[page]);
  return checked.ok ? [] : checked.faults;
}

/** Several places bear the name that was typed, and none of them was chosen. */
export function isAmbiguousPlace(answers: StoryAnswers, vocab: Vocabularies): boolean {
  if (textAnswer(answers, 'placeId') !== '') return false;
  const text = textAnswer(answers, 'place');
  return text !== '' && resolvePlaceName(text, vocab, 'sr-Latn').found === 'several';
}

/** The fault of it, where it is asked. */
export const AMBIGUOUS_PLACE: AnswerFault = { field: 'placeId', item: null, part: null, key: 'placeAmbiguous' };
