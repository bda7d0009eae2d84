import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import type { Messages } from '@/lib/i18n/messages';

export type StoryFault = keyof Messages['DeskStory']['faults'];
export type StoryDone = keyof Messages['DeskStory']['done'];

const FAULTS: Record<StoryFault, true> = {
  ...{ stale: true, notFound: true, notAllowed: true, wrongActor: true, forbidden: true, noteNeeded: true },
  ...{ reasonNeeded: true, unknownReason: true, otherNotFound: true, dayWrong: true, alreadyProposed: true },
  ...{
    claimed: true,
    assigned: true,
    oneAtATime: true,
    samePerson: true,
    proposalGone: true,
    already: true,
    tooLate: true,
  },
  ...{ changedSince: true, fieldWrong: true, quoteMissing: true, quoteTooLong: true, noteTooLong: true },
  ...{ tooMany: true, nothingCollected: true, nothingChanged: true, busy: true, full: true, edit: true },
  ...{ atWork: true, other: true },
};
const DONE: Record<StoryDone, true> = {
  ...{ undone: true, note: true, checked: true, collected: true, removed: true, judged: true, again: true },
  ...{ edited: true, reverted: true, contact: true, claimed: true, released: true, assigned: true, unassigned: true },
};

/** Reads the codes of an address; a fault that has no words is said to be one all the same. */
export function readStoryOutcome(search: PageSearch): { fault: StoryFault | null; done: StoryDone | null } {
  const fault = oneOf(search, 'fault');
  const done = oneOf(search, 'done');
  return {
    fault: fault === undefined ? null : Object.hasOwn(FAULTS, fault) ? (fault as StoryFault) : 'other',
    done: done !== undefined && Object.hasOwn(DONE, done) ? (done as StoryDone) : null,
  };
}
