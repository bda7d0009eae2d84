import type { Locale } from '@/lib/i18n/locales';
import { wordsOver } from '@/lib/i18n/words';
import type { DirectoryWords } from '../present-list';

/** The words of the list of stories: the directory's, except where those speak of enterprises. */
export function storyListWords(locale: Locale): DirectoryWords {
  return wordsOver(locale, 'Directory', 'StoryList');
}
