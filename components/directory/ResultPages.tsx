/** @jsxImportSource @/lib/html */
import { IconHtml } from '@/components/ui/IconHtml';
import type { DirectoryWords, PagesModel } from '@/lib/search/present';

/** Page numbers, and above them what comes next. */
export function ResultPages({ t, pages }: { t: DirectoryWords; pages: PagesModel }) {
  return (
    <>
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
          <IconHtml name="right" />
        </a>
      )}
    </>
  );
}
