import { APPEAL_DAYS, type State, transitionsFor } from '@/lib/moderation/rules';
import { addDays, toDay } from './calendar';

/** Pure decisions on what an author may do. */

/** Last day on which the author may object to the decision that a story is in; null in a state without one. */
export function appealUntil(state: State, stateSince: Date): string | null {
  return state === 'rejected' || state === 'unpublished' ? addDays(toDay(stateSince), APPEAL_DAYS) : null;
}

/** Whether the author may send a new version in this state. */
export function isEditable(state: State): boolean {
  const ways = transitionsFor(state, { kind: 'submitter' });
  return ways.includes('edit') || ways.includes('resubmit');
}
