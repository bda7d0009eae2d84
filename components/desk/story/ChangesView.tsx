import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DeskStory, StoryVersion } from '@/lib/moderation/story-queries';
import { countChanges, diffVersions } from '@/lib/moderation/version-diff';
import type { FieldName } from '@/lib/submissions/fields';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { DiffText } from './DiffText';
import { FieldRequests } from './FieldRequests';
import { VersionPhotos } from './VersionPhotos';

interface ChangesViewProps {
  locale: Locale;
  story: DeskStory;
  vocab: Vocabularies;
  from: StoryVersion;
  to: StoryVersion;
  reasonNames: ReadonlyMap<string, string>;
  back: string;
  mayAsk: boolean;
  /** Address of this view for two versions. */
  hrefOf: (from: number, to: number) => string;
  /** Where the form that chooses two versions leads. */
  action: string;
}

/** What differs between two versions, answer by answer, with the requests that were made of each. */
export function ChangesView(props: ChangesViewProps) {
  const { locale, story, vocab, from, to } = props;
  const t = words(locale, 'DeskStory');
  const form = words(locale, 'StoryForm');
  if (story.versions.length === 1) return <p className="doc-note">{t('changes.one')}</p>;
  const { fields, photos } = diffVersions(from.content, to.content, story.locale, vocab);
  const changed = new Set(fields.map(({ field }) => field));
  const asked = [...new Set(story.requests.map(({ field }) => field))].filter((field) => !changed.has(field));
  return (
    <>
      <Chooser {...props} />
      <p className="doc-note" role="status">
        {fields.length === 0 && photos.gone.length + photos.added.length === 0
          ? t('changes.none')
          : t('changes.count', countChanges(fields))}
      </p>
      <div className="doc">
        {fields.map(({ field, parts }) => (
          <section key={field} aria-labelledby={`change-${field}`}>
            <h3 id={`change-${field}`}>{form(`fields.${field}.label`)}</h3>
            <div className="txt" lang={story.locale}>
              {field === 'photos' ? (
                <VersionPhotos {...{ locale, story, photos }} />
              ) : (
                <DiffText {...{ locale, parts }} />
              )}
              <FieldRequests {...props} field={field} />
            </div>
          </section>
        ))}
        {asked.map((field: FieldName) => (
          <section key={field} aria-labelledby={`change-${field}`}>
            <h3 id={`change-${field}`}>{form(`fields.${field}.label`)}</h3>
            <div className="txt">
              <p className="muted">{t('changes.unchanged')}</p>
              <FieldRequests {...props} field={field} />
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

function Chooser({ locale, story, from, to, hrefOf, action }: ChangesViewProps) {
  const t = words(locale, 'DeskStory');
  const { liveVersion, newest, versions } = story;
  const own = versions.find(({ author, number }) => author === 'submitter' && number !== newest.number);
  const before = versions.find(({ number }) => number < newest.number);
  const ways = [
    ...(before ? [[before.number, t('changes.before')] as const] : []),
    ...(newest.author === 'staff' && own ? [[own.number, t('changes.own')] as const] : []),
    ...(liveVersion !== null && liveVersion !== newest.number ? [[liveVersion, t('changes.live')] as const] : []),
  ];
  return (
    <div className="chooser">
      <p className="seg">
        {ways.map(([number, word]) => (
          <a
            key={word}
            href={hrefOf(number, newest.number)}
            aria-current={from.number === number && to.number === newest.number ? 'true' : undefined}
          >
            {word}
          </a>
        ))}
      </p>
      <form method="get" action={action}>
        <input type="hidden" name="view" value="changes" />
        <VersionField {...{ locale, story }} name="from" label={t('changes.from')} value={from.number} />
        <VersionField {...{ locale, story }} name="to" label={t('changes.to')} value={to.number} />
        <button type="submit" className="btn second sm">
          {t('changes.compare')}
        </button>
      </form>
    </div>
  );
}

interface VersionFieldProps {
  locale: Locale;
  story: DeskStory;
  name: string;
  label: string;
  value: number;
}

function VersionField({ locale, story, name, label, value }: VersionFieldProps) {
  const t = words(locale, 'DeskStory');
  return (
    <label>
      {label}{' '}
      <select name={name} defaultValue={value}>
        {story.versions.map(({ number, author, createdAt }) => (
          <option key={number} value={number}>
            {t('changes.versionLine', {
              ...{ number, moment: formatMoment(locale, createdAt) },
              who: t(author === 'staff' ? 'changes.staff' : 'changes.author'),
            })}
            {number === story.liveVersion ? `, ${t('changes.live_')}` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
