import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import type { Messages } from '@/lib/i18n/messages';

export type QueueFault = keyof Messages['DeskQueue']['faults'];
export type QueueDone = keyof Messages['DeskQueue']['done'];

/** What the page says of the last form: words are there for every code of the queue's commands. */
export interface QueueOutcome {
  fault: QueueFault | null;
  done: QueueDone | null;
}

const FAULTS: Record<QueueFault, true> = {
  ...{
    claimed: true,
    assigned: true,
    oneAtATime: true,
    notAllowed: true,
    wrongActor: true,
    stale: true,
    notFound: true,
  },
  ...{ forbidden: true, busy: true, full: true, nothingNext: true, nothingTicked: true, tooMany: true },
  ...{ filterName: true, filterExists: true, filtersFull: true, filterEmpty: true, filterGone: true },
  ...{
    personGone: true,
    actionWrong: true,
    atWork: true,
    noteNeeded: true,
    gone: true,
    mixed: true,
    reasonNeeded: true,
  },
  other: true,
};
const DONE: Record<QueueDone, true> = {
  ...{ claimed: true, released: true, assigned: true, unassigned: true, filterSaved: true, filterRemoved: true },
};

/** Reads the codes of an address; a code that has no words is said to have failed all the same. */
export function readQueueOutcome(search: PageSearch): QueueOutcome {
  const fault = oneOf(search, 'fault');
  const done = oneOf(search, 'done');
  return {
    fault: fault === undefined ? null : Object.hasOwn(FAULTS, fault) ? (fault as QueueFault) : 'other',
    done: done !== undefined && Object.hasOwn(DONE, done) ? (done as QueueDone) : null,
  };
}
