import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DeskStory, StoryEvent } from '@/lib/moderation/story-queries';

interface HistoryProps {
  locale: Locale;
  events: DeskStory['events'];
  reasonNames: ReadonlyMap<string, string>;
}

/** What happened to a story, newest first, with who did it. */
export function History({ locale, events, reasonNames }: HistoryProps) {
  return (
    <ol className="history" reversed>
      {events.map((event) => (
        <li key={event.id} className={event.isUndone ? 'undone' : undefined}>
          <EventLine locale={locale} event={event} reasonNames={reasonNames} />
        </li>
      ))}
    </ol>
  );
}

interface EventLineProps {
  locale: Locale;
  event: StoryEvent;
  reasonNames: ReadonlyMap<string, string>;
}

function EventLine({ locale, event, reasonNames }: EventLineProps) {
  const t = words(locale, 'DeskStory');
  const { actor, name, second, reason, fields, isUndone } = event;
  const form = words(locale, 'StoryForm') as unknown as ((key: string) => string) & { has(key: string): boolean };
  const known = fields
    .filter((field) => form.has(`fields.${field}.label`))
    .map((field) => form(`fields.${field}.label`));
  const who = name ?? (actor === 'submitter' ? t('history.author') : t('history.system'));
  return (
    <>
      <span className="small muted num">{formatMoment(locale, event.at)}</span>{' '}
      <b>{t(`events.${event.kind as 'send'}`)}</b>, {who}
      {second && ` ${t('history.with', { name: second })}`}
      {reason && <span className="small"> ({t('history.reason', { reason: reasonNames.get(reason) ?? reason })})</span>}
      {known.length > 0 && <span className="small"> ({t('history.fields', { fields: known.join(', ') })})</span>}
      {isUndone && <span className="badge">{t('history.undone')}</span>}
    </>
  );
}
