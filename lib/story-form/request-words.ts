import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** The words of a reason's code; a code that has none is left out. */
export function reasonWords(locale: Locale, code: string): string {
  const t = words(locale, 'StoryStatus') as unknown as ((key: string) => string) & { has(key: string): boolean };
  return t.has(`reasons.${code}`) ? t(`reasons.${code}`) : '';
}
