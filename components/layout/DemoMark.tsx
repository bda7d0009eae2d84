import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import './demo-mark.css';

/** Says on every page of a demonstration that it is one. */
export function DemoMark({ locale }: { locale: Locale }) {
  const t = words(locale, 'Demo');
  return (
    <aside className="demo-mark" aria-label={t('label')}>
      <p className="wrap">
        <b>{t('label')}</b> {t('text')}
      </p>
    </aside>
  );
}
