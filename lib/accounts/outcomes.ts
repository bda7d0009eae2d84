import type { Messages } from '@/lib/i18n/messages';

export type FaultWord = keyof Messages['DeskFaults'];
export type DoneWord = keyof Messages['Desk']['done'];

/** What was wrong with the last form, as a page shows it. */
export interface PageFault {
  word: FaultWord;
  /** After how many minutes one may try again; of no meaning for other faults. */
  minutes: number;
  /** Id of the field that can mend it; null when none can. */
  field: string | null;
}

/** Codes of faults (of the commands) in words, with the field that they belong to. */
const FAULTS: Readonly<Record<string, readonly [FaultWord, string | null]>> = {
  limited: ['limited', null],
  passwordShort: ['passwordShort', 'password'],
  passwordLong: ['passwordLong', 'password'],
  passwordSimple: ['passwordSimple', 'password'],
  passwordCommon: ['passwordCommon', 'password'],
  passwordPersonal: ['passwordPersonal', 'password'],
  nameWrong: ['nameWrong', 'name'],
  localeWrong: ['localeWrong', 'language'],
  emailWrong: ['emailWrong', 'email'],
  roleWrong: ['roleWrong', 'role'],
  exists: ['exists', 'email'],
  unknown: ['unknown', null],
  lastAdmin: ['lastAdmin', null],
  noFactor: ['noFactor', null],
  already: ['alreadyFactor', null],
  gone: ['codeGone', null],
  busy: ['busy', null],
  full: ['full', null],
  jobRunning: ['jobRunning', null],
  jobFailed: ['jobFailed', null],
  mailGone: ['mailGone', null],
  passkeyWrong: ['passkeyWrong', null],
  passkeyNameWrong: ['passkeyNameWrong', 'passkey-name'],
  passkeyMany: ['passkeyMany', null],
  passkeyKnown: ['passkeyKnown', null],
};

const DONE: readonly DoneWord[] = [
  'signedOut',
  'newPassword',
  'welcome',
  'profile',
  'password',
  'sessions',
  'factorDropped',
  'invited',
  'revoked',
  'roleChanged',
  'closed',
  'factorReset',
  'passkeyAdded',
  'passkeyRemoved',
  'jobDone',
  'jobStarted',
  'mailRetried',
  'mailGivenUp',
];

/** The query of a page's address, as Next gives it. */
export type PageSearch = Readonly<Record<string, string | string[] | undefined>>;

/** One value of the query; an address that names it twice is made up. */
export function oneOf(search: PageSearch, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * How the last form went, by the codes in the page's address; what is no code of ours says nothing.
 * @param wrong what "wrong" means on this page, and the field
 */
export function readOutcome(
  search: PageSearch,
  wrong: readonly [FaultWord, string] = ['wrongPassword', 'password'],
): { fault: PageFault | null; done: DoneWord | null } {
  const code = oneOf(search, 'fault') ?? '';
  const found = code === 'wrong' ? wrong : Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined;
  const minutes = Number(oneOf(search, 'minutes'));
  const done = DONE.find((word) => word === oneOf(search, 'done')) ?? null;
  if (!found) return { fault: null, done };
  const [word, field] = found;
  return {
    fault: { word, minutes: Number.isInteger(minutes) && minutes > 0 ? Math.min(minutes, 600) : 1, field },
    done,
  };
}
