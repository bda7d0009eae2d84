/** @jsxImportSource @/lib/html */
import { TileHtml } from '@/components/ui/TileHtml';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { HomeModel } from '@/lib/site/present-home';

/** The nine fields of work with their marks and counts: the alphabet of the whole site. */
export function Fields({ locale, model }: { locale: Locale; model: HomeModel }) {
  const t = words(locale, 'Home');
  return (
    <section className="sec" aria-labelledby="fields">
      <div className="wrap">
        <div className="sec-head">
          <h2 id="fields">{t('fields')}</h2>
          <a href={hrefFor(locale, '/enterprises')}>{t('allFields')}</a>
        </div>
        <ul className="fields">
          {model.fields.map(({ href, mark, label, note, count }) => (
            <li key={href}>
              <a href={href}>
                <TileHtml mark={mark} />
                <span>
                  <b>{label}</b> {note && <span className="small muted">{note}</span>}
                </span>{' '}
                <span className="n">{formatCount(locale, count)}</span>
              </a>
            </li>
          ))}
        </ul>
        {model.fieldNotStated > 0 && <p className="sec-note">{t('fieldNotStated', { n: model.fieldNotStated })}</p>}
      </div>
    </section>
  );
}
