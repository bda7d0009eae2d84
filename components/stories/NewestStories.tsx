/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { StoryLineModel } from '@/lib/stories/present-page';
import { StoryLines } from './StoryLines';

/** The newest stories, for the home page. */
export function NewestStories({ locale, lines }: { locale: Locale; lines: readonly StoryLineModel[] }) {
  const t = words(locale, 'Story');
  if (lines.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="newest-stories">
      <div className="wrap">
        <div className="sec-head">
          <h2 id="newest-stories">{t('newest')}</h2>
          <a href={hrefFor(locale, '/stories')}>{t('allStories')}</a>
        </div>
        <StoryLines lines={lines} className="lines newest-stories" />
      </div>
    </section>
  );
}
