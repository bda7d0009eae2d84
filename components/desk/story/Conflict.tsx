import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DeskStory, StoryVersion } from '@/lib/moderation/story-queries';
import { diffVersions } from '@/lib/moderation/version-diff';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { DiffText } from './DiffText';
import { History } from './History';

interface ConflictProps {
  locale: Locale;
  story: DeskStory;
  vocab: Vocabularies;
  /** What has happened since the page was opened. */
  since: DeskStory['events'];
  /** The version that was on the page; null when it is still the newest. */
  seen: StoryVersion | null;
  reasonNames: ReadonlyMap<string, string>;
}

/** A decision that came too late: what happened meanwhile, and what is different now. */
export function Conflict({ locale, story, vocab, since, seen, reasonNames }: ConflictProps) {
  const t = words(locale, 'DeskStory');
  const fields = seen ? diffVersions(seen.content, story.newest.content, story.locale, vocab).fields : [];
  return (
    <div className="notice err conflict" role="alert">
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      {since.length > 0 && (
        <>
          <h3>{t('conflict.events')}</h3>
          <History {...{ locale, reasonNames }} events={since} />
        </>
      )}
      {fields.length > 0 && (
        <>
          <h3>{t('conflict.diff')}</h3>
          {fields.map(({ field, parts }) => (
            <div key={field} lang={story.locale}>
              <b>{words(locale, 'StoryForm')(`fields.${field}.label`)}</b>
              <DiffText {...{ locale, parts }} />
            </div>
          ))}
        </>
      )}
    </div>
  );
}
