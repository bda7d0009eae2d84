/** @jsxImportSource @/lib/html */
import type { Html } from '@/lib/html/html';
import { rich } from '@/lib/html/rich';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { HomeModel } from '@/lib/site/present-home';

/** How many records each district has, beside the map of the same records. */
export function Places({ locale, model, map }: { locale: Locale; model: HomeModel; map: Html }) {
  const t = words(locale, 'Home');
  const corrections = hrefFor(locale, '/enterprises/add');
  const missing = model.districtsMissing;
  return (
    <section className="sec" aria-labelledby="places">
      <div className="wrap two">
        <div>
          <h2 id="places">{t('where')}</h2>
          <p className="lead muted where-lead">
            {t('whereLead', { found: model.districtsFound, all: model.districtsOfAll })}{' '}
            {missing.length > 0 &&
              rich((values) => t.rich('whereMissing', values), {
                n: missing.length,
                names: missing.join(', '),
                link: (chunks) => <a href={corrections}>{chunks}</a>,
              })}
          </p>
          {model.districtNotStated > 0 && (
            <p className="muted where-lead">{t('whereUnknown', { n: model.districtNotStated })}</p>
          )}
          <ul className="dlist">
            {model.districts.map(({ href, label, count }) => (
              <li key={href}>
                <a href={href}>{label}</a> <b className="num">{formatCount(locale, count)}</b>
              </li>
            ))}
          </ul>
          <p className="where-go">
            <a className="btn second" href={hrefFor(locale, '/enterprises', {}, { view: 'map' })}>
              {t('openMap')}
            </a>
          </p>
        </div>
        {map}
      </div>
    </section>
  );
}
