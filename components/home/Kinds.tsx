/** @jsxImportSource @/lib/html */
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { ANCHORS } from '@/lib/site/names';
import type { HomeModel } from '@/lib/site/present-home';

/** On what the records stand, each kind counted and named apart: we never claim more than the source does. */
export function Kinds({ locale, kinds }: { locale: Locale; kinds: HomeModel['kinds'] }) {
  const t = words(locale, 'Home');
  return (
    <section className="kinds-band" aria-labelledby="kinds">
      <div className="wrap">
        <div>
          <h2 id="kinds">{t('kinds')}</h2>
          <p>{t('kindsLead')}</p>
          <p>
            <a href={`${hrefFor(locale, '/about-the-data')}#${ANCHORS.criteria}`}>{t('kindsMore')}</a>
          </p>
        </div>
        <ul className="kind-list">
          {kinds.map(({ code, href, label, note, count }) => (
            <li key={code}>
              <span className="n">{formatCount(locale, count)}</span>
              <div>
                <a href={href}>{label}</a>
                {note && <p>{note}</p>}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
