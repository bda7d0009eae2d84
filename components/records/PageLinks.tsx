import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

interface PageLinksProps {
  locale: Locale;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The way to the page before and after; nothing where there is only one. */
export function PageLinks({ locale, page, pages, hrefOf }: PageLinksProps) {
  const t = words(locale, 'DeskRecords');
  if (pages <= 1) return null;
  return (
    <nav className="rec-pages" aria-label={t('pages')}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {t('previous')}
        </a>
      )}
      <span>{t('pageOf', { page, pages })}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {t('next')}
        </a>
      )}
    </nav>
  );
}
