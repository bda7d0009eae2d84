import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import './submissions.css';

interface SayFrameProps {
  locale: Locale;
  /** What stands at the far edge of a wide screen. */
  side?: ReactNode;
  children: ReactNode;
}

/** The strip of "Have your say!", and the page's two columns under it. */
export function SayFrame({ locale, side, children }: SayFrameProps) {
  const t = words(locale, 'StoryForm');
  return (
    <>
      <div className="strip">
        <div className="wrap">
          <a href={hrefFor(locale, '/have-your-say')}>{t('name')}</a>
          <span>{t('strap')}</span>
        </div>
      </div>
      <div className="wrap say">
        <div className="say-main">{children}</div>
        {side && <aside className="say-side">{side}</aside>}
      </div>
    </>
  );
}

/** What happens after a story is sent, and by when. */
export function AfterPanel({ locale }: { locale: Locale }) {
  const t = words(locale, 'StoryForm');
  return (
    <div className="panel">
      <h2>{t('start.after')}</h2>
      <AfterList locale={locale} />
    </div>
  );
}

export function AfterList({ locale }: { locale: Locale }) {
  const t = words(locale, 'StoryForm');
  const b = { b: (chunks: ReactNode) => <b>{chunks}</b> };
  return (
    <>
      <ol className="after">
        <li>{t.rich('after.now', b)}</li>
        <li>{t.rich('after.answer', b)}</li>
        <li>{t.rich('after.decision', b)}</li>
      </ol>
      <p className="small">
        <a href={hrefFor(locale, '/how-we-decide')}>{t('after.how')}</a>
      </p>
    </>
  );
}
