import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { KeyboardLabels } from './Keyboard';

const NAMES = ['open', 'title', 'lead', 'all', 'close', 'key', 'does', 'on', 'help', 'down', 'up', 'tick'] as const;

/** Words of the list of keys. */
export function keyboardLabels(locale: Locale): KeyboardLabels {
  const t = words(locale, 'DeskKeys');
  return Object.fromEntries(NAMES.map((name) => [name, t(name)])) as unknown as KeyboardLabels;
}
