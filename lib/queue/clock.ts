import { HIDDEN_DAYS } from '@/lib/moderation/rules';
import {
  ANSWER_WORKING_DAYS,
  addDays,
  addWorkingDays,
  DECISION_WORKING_DAYS,
  toDay,
  workingDaysBetween,
} from '@/lib/submissions/calendar';
import { type Clock, QUEUE_KINDS, type QueueKind } from './kinds';

/** How a wait stands to the promise; from red on it is late, and somebody is told. */
export type Level = 'calm' | 'amber' | 'red' | 'coordinator';

/** After how many days each level begins: working days in Serbia, for a hidden story days of the calendar. */
const LEVELS: Record<Clock, { amber: number; red: number; coordinator: number }> = {
  answer: { amber: 2, red: ANSWER_WORKING_DAYS, coordinator: 7 },
  decision: { amber: 7, red: DECISION_WORKING_DAYS, coordinator: DECISION_WORKING_DAYS },
  hidden: { amber: HIDDEN_DAYS - 2, red: HIDDEN_DAYS, coordinator: HIDDEN_DAYS },
};

/** Where nothing was promised; it sorts last. */
export const NO_DAY = '9999-12-31';

/** Days that a thing has waited: working days, for a hidden story days of the calendar. */
export function daysWaited(kind: QueueKind, since: Date, now: Date): number {
  const [from, to] = [toDay(since), toDay(now)];
  if (QUEUE_KINDS[kind].clock !== 'hidden') return workingDaysBetween(from, to);
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** How a wait stands to the promise. What runs by no clock is always calm. */
export function levelOf(kind: QueueKind, since: Date, now: Date): Level {
  const { clock } = QUEUE_KINDS[kind];
  if (clock === null) return 'calm';
  const days = daysWaited(kind, since, now);
  const { amber, red, coordinator } = LEVELS[clock];
  if (days >= coordinator) return 'coordinator';
  if (days >= red) return 'red';
  return days >= amber ? 'amber' : 'calm';
}

/** The day of the promise and the first day of red, as the queue is ordered and filtered by them. */
export function daysOf(
  kind: QueueKind,
  since: Date,
  publishOn: string | null,
): { dueOn: string; redOn: string | null } {
  const day = toDay(since);
  const { clock } = QUEUE_KINDS[kind];
  if (clock !== null) {
    const red = clock === 'hidden' ? addDays(day, HIDDEN_DAYS) : addWorkingDays(day, LEVELS[clock].red);
    return { dueOn: red, redOn: red };
  }
  if (kind === 'scheduled') return { dueOn: publishOn ?? NO_DAY, redOn: null };
  // Nobody was promised a day of publication; three working days is the team's own measure, for the order alone.
  return { dueOn: kind === 'spam' ? NO_DAY : addWorkingDays(day, ANSWER_WORKING_DAYS), redOn: null };
}
