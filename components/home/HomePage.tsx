import type { ReactNode } from 'react';
import { EnterpriseLines } from '@/components/enterprises/EnterpriseLines';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { HomeModel } from '@/lib/site/present-home';
import { ClothKey } from './ClothKey';
import { Fields } from './Fields';
import { Hero } from './Hero';
import { Kinds } from './Kinds';
import { Places } from './Places';
import { VoiceCall } from './VoiceCall';
import '@/components/directory/search.css';
import './home.css';

interface HomePageProps {
  locale: Locale;
  model: HomeModel;
  /** The map of all records; the page knows nothing of how it is drawn. */
  map: ReactNode;
  /** The newest stories. */
  stories: ReactNode;
}

/** The home page: what this is, search, figures of the database, the call to tell a story, newest records. */
export function HomePage({ locale, model, map, stories }: HomePageProps) {
  const t = words(locale, 'Home');
  return (
    <>
      <Hero locale={locale} model={model} />
      <ClothKey locale={locale} entries={model.key} />
      <Fields locale={locale} model={model} />
      <Kinds locale={locale} kinds={model.kinds} />
      <Places locale={locale} model={model} map={map} />
      <VoiceCall locale={locale} />
      {stories}
      <section className="sec" aria-labelledby="newest">
        <div className="wrap">
          <div className="sec-head">
            <h2 id="newest">{t('newest')}</h2>
            <a href={hrefFor(locale, '/enterprises', {}, { sort: 'newest' })}>{t('allNewest')}</a>
          </div>
          <EnterpriseLines lines={model.newest} className="lines newest" />
        </div>
      </section>
    </>
  );
}
