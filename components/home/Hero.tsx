import { SearchCombobox } from '@/components/directory/SearchCombobox';
import { Markup } from '@/components/ui/Markup';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { HomeModel } from '@/lib/site/present-home';
import { Cloth } from './Cloth';

/** What this is, the search, and the cloth of all records. */
export function Hero({ locale, model }: { locale: Locale; model: HomeModel }) {
  const t = words(locale, 'Home');
  const { total, cloth } = model;
  const directory = hrefFor(locale, '/enterprises');
  return (
    <section className="hero">
      <div className="wrap">
        <div className="hero-text">
          <h1>{t('poster')}</h1>
          <p className="lead">{t('lead', { total })}</p>
          <SearchCombobox
            locale={locale}
            action={directory}
            size="large"
            labels={{
              field: t('searchField'),
              placeholder: t('searchPlaceholder'),
              submit: t('searchSubmit'),
              suggestions: t('searchSuggestions'),
            }}
          />
          <p className="small">
            {t('searchHint')} <a href={directory}>{t('allOnMap')}</a>
          </p>
        </div>
        <Markup
          as="div"
          className="cloth"
          html={Cloth({
            cloth,
            label: cloth.length < total ? t('clothPart', { shown: cloth.length, total }) : t('cloth', { shown: total }),
            yours: { href: hrefFor(locale, '/enterprises/add'), label: t('openTile') },
          })}
        />
      </div>
    </section>
  );
}
