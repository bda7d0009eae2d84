import { addDays, toDay, workingDaysBetween } from '@/lib/submissions/calendar';
import {
  type Duration,
  type FigureEvent,
  type FigureSpan,
  type Figures,
  LOG_LINES,
  type LogLine,
  MONTHS_SHOWN,
  PUBLIC_KINDS,
  type PublicKind,
  type ReasonCount,
  SMALL_GROUP,
} from './schema';

/*
 * The figures of "How we decide", all from the log of the stories. Pure. Each has its definition in words on the page
 * (`Figures.definitions`); whoever changes one changes the other.
 */

/** A story has come when its address was confirmed, or staff confirmed it for somebody. */
const RECEIVED = ['confirm', 'confirm_for'];
/** From here our time runs: it came, or its author sent another version. */
const SENT = [...RECEIVED, 'resubmit', 'edit'];
/** A person has answered: asked for something, or decided. */
const ANSWERS = ['request_changes', 'approve', 'reject', 'merge'];
const DECISIONS = ['approve', 'reject', 'merge'];

/** Kinds of events that the figures read. */
export const FIGURE_KINDS: readonly string[] = [
  ...new Set([...SENT, ...ANSWERS, ...PUBLIC_KINDS.filter((kind) => kind !== 'received'), 'undo']),
];

interface MonthOf {
  month: string;
  received: number;
  published: number;
  returned: number;
  rejected: number;
  /** Working days, one number a story. */
  answers: number[];
  decisions: number[];
  stories: Set<number>;
}

/**
 * Computes all figures from events, oldest first.
 * @param now the last day that counts
 */
export function computeFigures(all: readonly FigureEvent[], now: Date): Figures {
  const undone = new Set(all.flatMap(({ undoes }) => undoes));
  const events = all.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
  const asOf = toDay(now);
  const months = countMonths(events);
  const shown = [...months.values()].filter(({ month }) => month >= firstMonth(asOf)).sort(byMonth);
  const spans = mergeSmall(shown).map(toSpan);
  const rejected = events.filter(({ kind, at }) => kind === 'reject' && monthOf(at) >= firstMonth(asOf));
  return {
    spans: spans.reverse(),
    total: toSpan(together(shown, asOf.slice(0, 7))),
    reasons: countReasons(rejected.map(({ reason }) => reason)),
    appeals: countAppeals(events.filter(({ at }) => monthOf(at) >= firstMonth(asOf))),
    log: publicLog(events),
    asOf,
  };
}

const monthOf = (at: Date) => toDay(at).slice(0, 7);
const byMonth = (a: MonthOf, b: MonthOf) => (a.month < b.month ? -1 : 1);

function firstMonth(day: string): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - MONTHS_SHOWN;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function countMonths(events: readonly FigureEvent[]): Map<string, MonthOf> {
  const months = new Map<string, MonthOf>();
  const monthAt = (at: Date): MonthOf => {
    const month = monthOf(at);
    const known = months.get(month) ?? emptyMonth(month);
    months.set(month, known);
    return known;
  };
  for (const story of byStory(events)) {
    let sentOn: string | null = null;
    let answered = false;
    let published = false;
    for (const { kind, at, submissionId } of story) {
      const day = toDay(at);
      if (RECEIVED.includes(kind) && sentOn === null) {
        count(monthAt(at), submissionId).received += 1;
      }
      if (SENT.includes(kind) && (sentOn !== null || RECEIVED.includes(kind))) {
        sentOn = day;
        answered = false;
      }
      if (kind === 'request_changes') count(monthAt(at), submissionId).returned += 1;
      if (kind === 'reject') count(monthAt(at), submissionId).rejected += 1;
      if (kind === 'publish' && !published) {
        published = true;
        count(monthAt(at), submissionId).published += 1;
      }
      if (sentOn === null || !ANSWERS.includes(kind)) continue;
      const days = workingDaysBetween(sentOn, day);
      if (!answered) count(monthAt(at), submissionId).answers.push(days);
      answered = true;
      if (DECISIONS.includes(kind)) count(monthAt(at), submissionId).decisions.push(days);
    }
  }
  return months;
}

function count(month: MonthOf, submissionId: number): MonthOf {
  month.stories.add(submissionId);
  return month;
}

function emptyMonth(month: string): MonthOf {
  return {
    ...{ month, received: 0, published: 0, returned: 0, rejected: 0 },
    ...{ answers: [], decisions: [], stories: new Set<number>() },
  };
}

function byStory(events: readonly FigureEvent[]): FigureEvent[][] {
  const stories = new Map<number, FigureEvent[]>();
  for (const event of events) {
    const story = stories.get(event.submissionId);
    if (story) story.push(event);
    else stories.set(event.submissionId, [event]);
  }
  return [...stories.values()];
}

interface Span extends MonthOf {
  from: string;
}

/**
 * Puts months of fewer than three stories together with the ones after them, and a last one with the one before: a single
 * story could else be told from the figures. What is small even so stays one span.
 */
export function mergeSmall(months: readonly MonthOf[]): Span[] {
  const spans: Span[] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last && last.stories.size < SMALL_GROUP) spans[spans.length - 1] = join(last, month);
    else spans.push({ ...month, from: month.month });
  }
  const last = spans.at(-1);
  const before = spans.at(-2);
  if (last && before && last.stories.size < SMALL_GROUP) spans.splice(-2, 2, join(before, last));
  return spans;
}

function join(span: Span, month: MonthOf): Span {
  return {
    from: span.from,
    month: month.month,
    received: span.received + month.received,
    published: span.published + month.published,
    returned: span.returned + month.returned,
    rejected: span.rejected + month.rejected,
    answers: [...span.answers, ...month.answers],
    decisions: [...span.decisions, ...month.decisions],
    stories: new Set([...span.stories, ...month.stories]),
  };
}

function together(months: readonly MonthOf[], today: string): Span {
  const [first, ...others] = months;
  if (!first) return { ...emptyMonth(today), from: today };
  return others.reduce<Span>(join, { ...first, from: first.month });
}

function toSpan({ from, month, answers, decisions, ...counts }: Span): FigureSpan {
  const { received, published, returned, rejected } = counts;
  return {
    ...{ from, to: month, received, published, returned, rejected },
    answer: durationOf(answers),
    decision: durationOf(decisions),
  };
}

/** Median and 90th percentile by nearest rank: numbers that some story really took. */
export function durationOf(days: readonly number[]): Duration | null {
  if (days.length < SMALL_GROUP) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: rank(0.5), ninetieth: rank(0.9), stories: sorted.length };
}

/**
 * Rejections by reason, most first. Reasons of fewer than three stories become "others"; were those still fewer, the
 * smallest of the rest joins them, so that none can be found by subtracting.
 */
export function countReasons(reasons: readonly (string | null)[]): ReasonCount[] {
  const counts = new Map<string, number>();
  let others = 0;
  for (const reason of reasons) {
    if (reason === null) others += 1;
    else counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const large = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const isSmall = () => {
    const smallest = large.at(-1)?.[1];
    return smallest !== undefined && (smallest < SMALL_GROUP || (others > 0 && others < SMALL_GROUP));
  };
  while (isSmall()) others += large.pop()?.[1] ?? 0;
  return [
    ...large.map(([reason, n]) => ({ reason, count: n })),
    ...(others > 0 ? [{ reason: null, count: others }] : []),
  ];
}

function countAppeals(events: readonly FigureEvent[]): Figures['appeals'] {
  const of = (kind: string) => events.filter((event) => event.kind === kind).length;
  const overturned = of('overturn');
  const decided = overturned + of('uphold');
  return {
    received: of('appeal'),
    decided,
    overturnedPercent: decided < SMALL_GROUP ? null : Math.round((100 * overturned) / decided),
  };
}

/** The newest acts, newest first; equal acts of a day are one line. */
function publicLog(events: readonly FigureEvent[]): LogLine[] {
  const lines: LogLine[] = [];
  for (let at = events.length - 1; at >= 0 && lines.length <= LOG_LINES; at--) {
    const event = events[at];
    const kind = event && publicKind(event.kind);
    if (!event || !kind) continue;
    const day = toDay(event.at);
    const same = lines.find((line) => line.day === day && line.kind === kind);
    if (same) same.count += 1;
    else lines.push({ day, kind, count: 1 });
  }
  return lines.slice(0, LOG_LINES);
}

function publicKind(kind: string): PublicKind | null {
  if (RECEIVED.includes(kind)) return 'received';
  return PUBLIC_KINDS.find((known) => known === kind) ?? null;
}

/** First instant whose events can still matter: a story that is decided now may have come a year before. */
export function readFrom(now: Date): Date {
  return new Date(`${addDays(toDay(now), -31 * (MONTHS_SHOWN + 12))}T00:00:00Z`);
}
