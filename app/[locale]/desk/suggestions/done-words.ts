import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

const DONE = ['decided', 'spam', 'notSpam', 'ended'] as const;

/** What was just done, by the code in the address; what is no code of ours says nothing. */
export function doneWords(code: string | undefined, locale: Locale): string | null {
  const word = DONE.find((each) => each === code);
  return word ? words(locale, 'DeskSuggestions')(`done.${word}`) : null;
}
