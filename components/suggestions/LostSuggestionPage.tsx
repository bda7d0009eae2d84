import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import './suggestions.css';

/** A link that opens nothing. */
export function LostSuggestionPage({ locale }: { locale: Locale }) {
  const t = words(locale, 'Suggest');
  return (
    <div className="wrap suggest">
      <header>
        <h1>{t('outcome.lost')}</h1>
        <p>{t('outcome.lostText')}</p>
      </header>
    </div>
  );
}
