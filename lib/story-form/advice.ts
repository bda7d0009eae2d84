import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { CONTACT_FIELDS, type FieldName, TEXT_LIMITS } from '@/lib/submissions/fields';
import { findPersonalData } from '@/lib/submissions/hints';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { textAnswer } from './form-data';

/** Texts that the public reads; the contact is asked for, and is no mistake. */
const PUBLIC_TEXTS = [...(Object.keys(TEXT_LIMITS) as FieldName[]), 'partners' as const].filter(
  (field) => field !== 'place' && !(CONTACT_FIELDS as readonly FieldName[]).includes(field),
);
/** More would bury the page; one of each kind says enough. */
const MOST = 3;
/** Looking through a text that is far too long would keep everybody waiting. */
const LONGEST = 20_000;

/** What in the answers may be personal data, as sentences by question. It advises and stops nobody. */
export function personalDataAdvice(answers: StoryAnswers, locale: Locale): Partial<Record<FieldName, string[]>> {
  const t = words(locale, 'StoryForm');
  return Object.fromEntries(
    PUBLIC_TEXTS.flatMap((field) => {
      const text = textAnswer(answers, field).slice(0, LONGEST);
      const hints = text === '' ? [] : findPersonalData(text);
      const sentences = new Set(hints.map(({ kind, quote }) => t(`hints.${kind}`, { quote })));
      return sentences.size > 0 ? [[field, [...sentences].slice(0, MOST)]] : [];
    }),
  );
}
