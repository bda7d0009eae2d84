/** @jsxImportSource @/lib/html */
import { EnterpriseLines } from '@/components/enterprises/EnterpriseLines';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { HomeModel } from '@/lib/site/present-home';
import { ClothKey } from './ClothKey';
import { Fields } from './Fields';
import { Kinds } from './Kinds';
import { Places } from './Places';
import { VoiceCall } from './VoiceCall';

interface HomeSectionsProps {
  locale: Locale;
  model: HomeModel;
  map: Html;
  stories: Html | null;
}

/** Everything below the first screen. */
export function HomeSections({ locale, model, map, stories }: HomeSectionsProps) {
  const t = words(locale, 'Home');
  return (
    <>
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
