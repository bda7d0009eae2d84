import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

/** A story that nobody has approved is not translated: its words may still change. */
export function NotYetPage({ locale, reference }: { locale: Locale; reference: string }) {
  const t = words(locale, 'DeskTranslation');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('notYet.title')}</h1>
        <p>{t('notYet.text', { reference })}</p>
      </header>
      <p>
        <a href={hrefFor(locale, '/desk/translations')}>{t('back')}</a>
      </p>
    </div>
  );
}
