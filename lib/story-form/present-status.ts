import { formatClock, formatDayInFull } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { State } from '@/lib/moderation/rules';
import { addDays, toDay } from '@/lib/submissions/calendar';
import type { StatusView } from '@/lib/submissions/queries';
import { nameLabel } from '@/lib/taxonomies/present';
import { pageOfField } from './steps';

/** What is asked for is to come within this many days, before the story rests (docs/stories.md). */
const DAYS_TO_COMPLETE = 30;
const DAYS_TO_CONFIRM = 7;

/** States in which the desk still owes a decision. */
const UNDECIDED: readonly State[] = [
  'unconfirmed',
  'pending',
  'in_review',
  'recommended',
  'changes_requested',
  'dormant',
];

/** The status page's view of a story, in the visitor's language. */
export function presentStatus(story: StatusView, locale: Locale, now: Date) {
  const day = (value: string | null) => value && formatDayInFull(locale, value);
  return {
    reference: story.reference,
    title: story.title,
    lang: story.locale,
    turn: turnOf(story, locale),
    late: story.promise?.late ?? false,
    pendingNote: story.pending !== null,
    requests: requestsOf(story, locale),
    steps: stepsOf(story, locale, now),
    publicHref: story.slug && hrefFor(locale, '/stories/[slug]', { slug: story.slug }),
    can: story.can,
    appealUntil: day(story.appealUntil),
    contact: story.contact && { ...story.contact, eraseOn: day(story.contact.eraseOn) },
  };
}

function turnOf(story: StatusView, locale: Locale) {
  const t = words(locale, 'StoryStatus');
  const { state, promise } = story;
  const isYours = story.waitsFor === 'author' || state === 'unconfirmed';
  const day = (value: string | undefined) => (value ? formatDayInFull(locale, value) : '');
  if (state === 'changes_requested') {
    const n = story.requests.filter(({ answered, solved }) => !answered && !solved).length;
    const until = day(addDays(toDay(story.stateSince), DAYS_TO_COMPLETE));
    return {
      title: t('states.changes_requested.title', { n: Math.max(1, n) }),
      text: t('states.changes_requested.text', { until }),
      isYours,
    };
  }
  const [answerBy, decisionBy] = [day(promise?.answerBy), day(promise?.decisionBy)];
  if (state === 'pending')
    return {
      title: t('states.pending.title'),
      text: promise ? t('states.pending.text', { answerBy, decisionBy }) : '',
      isYours,
    };
  if (state === 'in_review' || state === 'recommended')
    return {
      title: t(`states.${state}.title`),
      text: promise ? t(`states.${state}.text`, { decisionBy }) : '',
      isYours,
    };
  return {
    title: t(`states.${state === 'draft' ? 'unconfirmed' : state}.title`),
    text: t(`states.${state === 'draft' ? 'unconfirmed' : state}.text`),
    isYours,
  };
}

function requestsOf(story: StatusView, locale: Locale) {
  const t = words(locale, 'StoryForm');
  return story.requests.map(({ field, quote, reasonNames, note, answered, solved }) => ({
    page: pageOfField(field),
    fieldLabel: t(`fields.${field}.label`),
    quote,
    reason: reasonNames ? nameLabel(reasonNames, locale) : '',
    note,
    state: solved ? ('solved' as const) : answered ? ('answered' as const) : ('open' as const),
  }));
}

interface Step {
  kind: 'done' | 'now' | 'ahead';
  title: string;
  when: string;
}

/** What was, what is, and what comes by when. */
function stepsOf(story: StatusView, locale: Locale, now: Date): Step[] {
  const t = words(locale, 'StoryStatus');
  const at = (instant: Date) => t('at', { day: formatDayInFull(locale, instant), time: formatClock(locale, instant) });
  const past: Step[] = story.timeline.map((event) => ({
    kind: 'done',
    title: t(`events.${event.kind as 'send'}`),
    when: at(event.at),
  }));
  const last = past.at(-1);
  const isAsked = story.state === 'changes_requested' || story.state === 'dormant';
  if (last && isAsked) past[past.length - 1] = { ...last, kind: 'now', when: `${last.when}. ${t('now')}` };
  return [...past, ...comingSteps(story, locale, isAsked, now)];
}

function comingSteps(story: StatusView, locale: Locale, isAsked: boolean, now: Date): Step[] {
  const t = words(locale, 'StoryStatus');
  const day = (value: string) => formatDayInFull(locale, value);
  const { state, promise } = story;
  const steps: Step[] = [];
  if (state === 'unconfirmed')
    steps.push({
      kind: 'now',
      title: t('ahead.confirm'),
      when: t('ahead.confirmWhen', { day: day(addDays(toDay(story.sentAt), DAYS_TO_CONFIRM)) }),
    });
  if (state === 'pending' && promise && toDay(now) <= promise.answerBy)
    steps.push({
      kind: 'ahead',
      title: t('ahead.answer'),
      when: t('ahead.answerWhen', { day: day(promise.answerBy) }),
    });
  if (UNDECIDED.includes(state) || story.pending)
    steps.push({
      kind: 'ahead',
      title: t('ahead.decision'),
      when: promise && !isAsked ? t('ahead.decisionWhen', { day: day(promise.decisionBy) }) : t('ahead.decisionLater'),
    });
  if (UNDECIDED.includes(state) || state === 'approved' || state === 'scheduled')
    steps.push({ kind: 'ahead', title: t('ahead.publication'), when: t('ahead.publicationWhen') });
  return steps;
}
