/** @jsxImportSource @/lib/html */
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageParams, type PageQuery } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';
import { LOCALE_NAMES } from '@/lib/site/names';

export interface PageAddress {
  page: PageName;
  /** Parameters of the path: `{ slug }` on a record's page. */
  params?: PageParams;
  /** The query that the other languages keep. */
  query?: PageQuery;
}

/** Three links to this same page and query, each named in its own language. */
export function ScriptSwitch({ locale, page, params, query }: PageAddress & { locale: Locale }) {
  const t = words(locale, 'Frame');
  return (
    <nav className="scripts" aria-label={t('scripts')}>
      {LOCALES.map((other) => {
        const { full, brief } = LOCALE_NAMES[other];
        return (
          <a
            key={other}
            href={hrefFor(other, page, params, query)}
            lang={other}
            hrefLang={other}
            aria-label={full}
            aria-current={other === locale ? 'true' : undefined}
          >
            <span className="full">{full}</span>
            <span className="brief">{brief}</span>
          </a>
        );
      })}
    </nav>
  );
}
