import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import type { Messages } from '@/lib/i18n/messages';

type Fault = keyof Messages['DeskDuty']['faults'];
type Done = keyof Messages['DeskDuty']['done'];

/** How the last form of the page went. */
export interface DutyOutcome {
  fault: Fault | null;
  done: Done | null;
}

const FAULTS: Record<Fault, true> = {
  ...{ weekWrong: true, samePerson: true, themeUnknown: true, personGone: true, changed: true },
  ...{ busy: true, full: true, other: true },
};
const DONE: Record<Done, true> = { week: true, themes: true };

/** Reads the codes of an address; a code that has no words is said to have failed all the same. */
export function readDutyOutcome(search: PageSearch): DutyOutcome {
  const [fault, done] = [oneOf(search, 'fault'), oneOf(search, 'done')];
  return {
    fault: fault === undefined ? null : Object.hasOwn(FAULTS, fault) ? (fault as Fault) : 'other',
    done: done !== undefined && Object.hasOwn(DONE, done) ? (done as Done) : null,
  };
}
