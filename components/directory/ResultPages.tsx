import { Icon } from '@/components/ui/Icon';
import type { DirectoryWords, PagesModel } from '@/lib/search/present';

/** Page numbers, and above them what comes next. */
export function ResultPages({ t, pages }: { t: DirectoryWords; pages: PagesModel | null }) {
  if (!pages) return null;
  return (
    <nav className="pages" aria-label={t('pages.label')}>
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
            aria-label={t('pages.page', { number })}
            aria-current={number === pages.current ? 'page' : undefined}
          >
            {number}
          </a>
        ),
      )}
      {pages.nextHref && (
        <a className="next" href={pages.nextHref} rel="next">
          {t('pages.next')}
          <Icon name="right" />
        </a>
      )}
    </nav>
  );
}
