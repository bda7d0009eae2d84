import type { Locale } from '@/lib/i18n/locales';
import { type Words, words, wordsOver } from '@/lib/i18n/words';

/** What stands on a map. */
export type MapOf = 'enterprises' | 'stories';

/** The words of a map: those of stories where they differ from those of enterprises. */
export function mapWords(locale: Locale, of: MapOf): Words<'Map'> {
  return of === 'stories' ? wordsOver(locale, 'Map', 'StoryMap') : words(locale, 'Map');
}
