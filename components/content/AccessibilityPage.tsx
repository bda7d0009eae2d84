import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { COALITION_SITE } from '@/lib/site/names';
import { ContentPage } from './ContentPage';

const DONE = ['done1', 'done2', 'done3', 'done4', 'done5', 'done6'] as const;
const NOT_DONE = ['not1', 'not2', 'not3'] as const;

/** The accessibility statement: what works, how it was checked, what is not done. */
export function AccessibilityPage({ locale }: { locale: Locale }) {
  const t = words(locale, 'Accessibility');
  const list = (keys: readonly (typeof DONE | typeof NOT_DONE)[number][]) => (
    <ul className="marked">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
  return (
    <ContentPage
      title={t('title')}
      lead={t('lead')}
      sections={[
        { id: 'radi', title: t('done'), body: list(DONE) },
        { id: 'provera', title: t('checked'), body: <p>{t('checkedText')}</p> },
        { id: 'jos-nije', title: t('not'), body: list(NOT_DONE) },
        {
          id: 'javite',
          title: t('report'),
          body: <p>{t.rich('reportText', { link: (chunks) => <a href={COALITION_SITE}>{chunks}</a> })}</p>,
        },
      ]}
    />
  );
}
