import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** Sentences of `Presence`, with the places that the browser fills. */
export function presenceLabels(locale: Locale): { looking: string; atWork: string; held: string } {
  const t = words(locale, 'DeskQueue');
  return {
    looking: t('presence.looking', { names: '{names}' }),
    atWork: t('presence.atWork', { name: '{name}' }),
    held: t('presence.held', { name: '{name}' }),
  };
}
