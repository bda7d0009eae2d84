import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

const NAMES = ['received', 'published', 'returned', 'rejected', 'answer', 'decision', 'appeals', 'undone'] as const;

/** What each figure counts, as lib/figures/rules counts it. */
export function FigureDefinitions({ locale }: { locale: Locale }) {
  const t = words(locale, 'HowWeDecide.definitions');
  return (
    <ul className="marked">
      {NAMES.map((name) => (
        <li key={name}>{t(name)}</li>
      ))}
    </ul>
  );
}
