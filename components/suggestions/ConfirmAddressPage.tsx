import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import './suggestions.css';

/** The button that confirms an address; without one where the link works no more. */
export function ConfirmAddressPage({
  locale,
  token,
  email,
}: {
  locale: Locale;
  token: string;
  /** The address, masked; null when the link works no more. */
  email: string | null;
}) {
  const t = words(locale, 'Suggest');
  return (
    <div className="wrap suggest">
      <header>
        <h1>{email === null ? t('confirm.gone') : t('confirm.title')}</h1>
        <p>{email === null ? t('confirm.goneText') : t('confirm.lead', { email })}</p>
      </header>
      {email !== null && (
        <form method="post" action="/api/suggestions/confirm">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="t" value={token} />
          <p>
            <button type="submit" className="btn">
              {t('confirm.button')}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
