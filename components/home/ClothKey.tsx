/** @jsxImportSource @/lib/html */
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { HomeModel } from '@/lib/site/present-home';

/** The five grounds of the cloth in words, with their counts. */
export function ClothKey({ locale, entries }: { locale: Locale; entries: HomeModel['key'] }) {
  return (
    <div className="cloth-key">
      <div className="wrap">
        <p>{words(locale, 'Home')('key')}</p>
        <ul>
          {entries.map(({ ground, label, count, href }) => (
            <li key={ground}>
              <a href={href}>
                <span className={`tile c${ground}`} />
                {label} <span className="num">{formatCount(locale, count)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
