import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { COALITION_SITE } from '@/lib/site/names';
import { ContentPage } from './ContentPage';

interface PrivacyPageProps {
  locale: Locale;
  /** Host that street pictures come from; null when nothing is asked of another server. */
  streetHost: string | null;
  /** What staff wrote besides; null when nothing. */
  block: string | null;
}

/** Everything that happens when somebody opens a page. */
export function PrivacyPage({ locale, streetHost, block }: PrivacyPageProps) {
  const t = words(locale, 'Privacy');
  return (
    <ContentPage
      title={t('title')}
      lead={t('lead')}
      block={block}
      sections={[
        { id: 'kolacic', title: t('cookie'), body: <p>{t('cookieText')}</p> },
        { id: 'prica', title: t('story'), body: <p>{t('storyText')}</p> },
        { id: 'predlog', title: t('suggestion'), body: <p>{t('suggestionText')}</p> },
        { id: 'kopije', title: t('copies'), body: <p>{t('copiesText')}</p> },
        {
          id: 'treci',
          title: t('third'),
          body: (
            <>
              <p>{t('thirdText')}</p>
              {streetHost !== null && <p>{t('tiles', { host: streetHost })}</p>}
            </>
          ),
        },
        { id: 'dnevnik', title: t('log'), body: <p>{t('logText')}</p> },
        { id: 'gde-ste', title: t('location'), body: <p>{t('locationText')}</p> },
        {
          id: 'ljudi',
          title: t('people'),
          body: <p>{t.rich('peopleText', { link: (chunks) => <a href={COALITION_SITE}>{chunks}</a> })}</p>,
        },
      ]}
    />
  );
}
