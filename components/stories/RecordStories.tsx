/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { StoryLineModel } from '@/lib/stories/present-page';
import { StoryLines } from './StoryLines';

interface RecordStoriesProps {
  locale: Locale;
  lines: readonly StoryLineModel[];
  /** All stories of the record, where there are more; their number and address. */
  all: { count: number; href: string } | null;
}

/** The stories of a record of the directory; nothing where there is none. */
export function RecordStories({ locale, lines, all }: RecordStoriesProps) {
  const t = words(locale, 'Story');
  if (lines.length === 0) return null;
  return (
    <section className="rec-text" aria-labelledby="stories">
      <h2 id="stories">{t('ofRecord')}</h2>
      <StoryLines lines={lines} />
      {all && (
        <p className="small">
          <a href={all.href}>{t('allOfRecord', { count: all.count })}</a>
        </p>
      )}
    </section>
  );
}
