import { editDistance } from '@/lib/serbian';
import { diffWords } from '@/lib/shared/word-diff';
import { TEXT_LIMITS, type TextField } from '@/lib/submissions/fields';

/** What staff may change in somebody's story, and nothing else. */
export const EDIT_KINDS = ['personalData', 'spelling', 'labels', 'place'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** Stands where personal data were taken out, when a gap would not be understood. */
export const LEFT_OUT = '[…]';

/** Texts in which personal data may be taken out, and slips put right. */
export type EditableText = Exclude<TextField, 'contactName' | 'place'>;
export const EDITABLE_TEXTS = (Object.keys(TEXT_LIMITS) as TextField[]).filter(
  (field): field is EditableText => field !== 'contactName' && field !== 'place',
);
export const EDITABLE_LABELS = ['contentLabels', 'practiceTypes', 'beneficiaries'] as const;

/** Whether a text differs only by what was taken out of it: nothing is added but the sign for what was left out. */
export function isOnlyLeftOut(before: string, after: string): boolean {
  const parts = diffWords(before, after);
  const added = parts.filter(({ kind }) => kind === 'new').map(({ text }) => text.replaceAll(LEFT_OUT, ''));
  return (
    parts.some(({ kind, text }) => kind === 'gone' && text.trim() !== '') && added.every((text) => text.trim() === '')
  );
}

/** Letters in which a word may differ and still be the same word, by its length. */
const slipsIn = (word: string) => (word.length <= 3 ? 1 : word.length <= 8 ? 2 : 3);

/** Whether a text differs only by slips: the same words in the same order, each nearly as it was; blanks and points are free. */
export function isOnlySpelling(before: string, after: string): boolean {
  const [was, is] = [wordsIn(before), wordsIn(after)];
  if (was.length !== is.length || before === after) return false;
  return was.every((word, at) => {
    const now = is[at] ?? '';
    if (word === now) return true;
    // Numbers are what somebody says, not how it is written.
    if (/\d/.test(word + now)) return false;
    return editDistance(word.toLowerCase(), now.toLowerCase(), slipsIn(word)) <= slipsIn(word);
  });
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
