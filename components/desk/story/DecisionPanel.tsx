import { formatDay, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { ReasonView } from '@/lib/moderation/reasons';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { daysWaited, levelOf } from '@/lib/queue/clock';
import { DeskForm } from '../DeskForm';
import { Checklist } from './Checklist';
import { Decisions } from './Decisions';
import { SecondPerson } from './SecondPerson';

export interface DecisionPanelProps {
  locale: Locale;
  story: DeskStory;
  reasons: readonly ReasonView[];
  queue: string;
  /** This page, to come back to. */
  back: string;
  mayCheck: boolean;
  mayEdit: boolean;
  /** Rights of the second person. */
  maySecond: boolean;
  editHref: string;
  today: string;
  now: Date;
}

/** Who has the story, the checklist, and every decision that this person can make now. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { locale, story, back, mayCheck } = props;
  const t = words(locale, 'DeskStory');
  return (
    <aside className="decide" aria-labelledby="decision">
      <div>
        <h2 id="decision">{t('decision.title')}</h2>
        <Waiting {...props} />
        <Holder {...props} />
      </div>
      {(story.proposal || story.returned) && <SecondPerson {...props} />}
      {mayCheck && <Checklist locale={locale} story={story} back={back} />}
      <Decisions {...props} />
      <p className="small muted">{t('decision.mailLater')}</p>
    </aside>
  );
}

function Waiting({ locale, story, now }: DecisionPanelProps) {
  const t = words(locale, 'DeskStory');
  const { waits } = story;
  if (!waits) return null;
  const level = levelOf(waits.kind, waits.since, now);
  const isLate = level === 'red' || level === 'coordinator';
  if (waits.kind === 'scheduled')
    return <p>{t('scheduledFor', { day: formatDay(locale, story.publishOn ?? waits.dueOn) })}</p>;
  const day = waits.dueOn.startsWith('9999') ? null : formatDay(locale, waits.dueOn);
  return (
    <p>
      <span className={`badge ${isLate ? 'err' : level === 'amber' ? 'warn' : 'calm'}`}>
        {t('waits', { days: daysWaited(waits.kind, waits.since, now) })}
      </span>{' '}
      {day && <span className="small">{t(isLate ? 'overdue' : 'due', { day })}</span>}
    </p>
  );
}

function Holder({ locale, story, back }: DecisionPanelProps) {
  const t = words(locale, 'DeskStory');
  const { claim, viewers } = story;
  const hidden = { story: String(story.id), back };
  const moment = claim ? formatMoment(locale, claim.expiresAt) : '';
  return (
    <div className="holder">
      <p>
        {claim?.isMine && t('mine', { moment })}
        {claim && !claim.isMine && t('theirs', { name: claim.name, moment })}
        {claim && !claim.isMine && claim.atWork && ` ${t('atWork')}`}
        {!claim && story.mayClaim && t('nobody')}
      </p>
      {viewers.length > 0 && (
        <p className="small">{t('looks', { count: viewers.length, names: viewers.join(', ') })}</p>
      )}
      {story.mayClaim && (
        <DeskForm locale={locale} action="/api/desk/queue/claim" hidden={hidden} className="">
          <button type="submit" className="btn wide" data-key="c" data-key-name={t('claimKey')}>
            {t('claim')} <kbd>c</kbd>
          </button>
        </DeskForm>
      )}
      {story.mayRelease && (
        <DeskForm locale={locale} action="/api/desk/queue/release" hidden={hidden} className="">
          <button type="submit" className="btn second sm" data-key="z" data-key-name={t('releaseKey')}>
            {t('release')} <kbd>z</kbd>
          </button>
        </DeskForm>
      )}
    </div>
  );
}
