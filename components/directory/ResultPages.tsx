import { useTranslations } from 'next-intl';
import type { PagesModel } from '@/lib/search/present';

/** Page numbers, and above them what comes next. */
export function ResultPages({ pages }: { pages: PagesModel | null }) {
  const t = useTranslations('Directory.pages');
  if (!pages) return null;
  return (
    <nav className="pages" aria-label={t('label')}>
      {pages.numbers.map(({ number, href }, index) =>
        href === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other identity
          <span key={`gap${index}`} className="gap" aria-hidden="true">
            …
          </span>
        ) : (
          <a
            key={number}
            href={href}
            aria-label={t('page', { number })}
            aria-current={number === pages.current ? 'page' : undefined}
          >
            {number}
          </a>
        ),
      )}
      {pages.nextHref && (
        <a className="next" href={pages.nextHref} rel="next">
          {t('next')}
          <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 12h15m-6-6 6 6-6 6" />
          </svg>
        </a>
      )}
    </nav>
  );
}
