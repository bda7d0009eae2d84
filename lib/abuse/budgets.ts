/** Pure: how often what may be done. docs/decisions/0013-abuse.md gives the reasons. */

/** So many times in so many seconds. */
export interface Rung {
  points: number;
  seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Alaveteli's ladder (`rate_limited.rb`): whoever repeats an act must wait longer each time. */
export const LADDER: readonly Rung[] = [
  { points: 1, seconds: 2 },
  { points: 2, seconds: 5 * MINUTE },
  { points: 4, seconds: 30 * MINUTE },
  { points: 6, seconds: HOUR },
];

/** Every budget; each is spent by key (an address or an e-mail address, as an HMAC). */
export const BUDGETS = {
  /** Stories sent from one network address, whatever sends them. */
  sendFromAddress: LADDER,
  /** Beyond that: stories that went through the pages of the form in half a minute or more. */
  sendGrownFromAddress: [
    { points: 2, seconds: 5 * MINUTE },
    { points: 8, seconds: HOUR },
  ],
  /** Beyond that: stories that were written over minutes. A class or a workshop sits behind one address. */
  sendWrittenFromAddress: [
    { points: 2, seconds: MINUTE },
    { points: 30, seconds: HOUR },
  ],
  /** Stories sent with one e-mail address, from wherever. */
  sendWithEmail: LADDER,
  /** Sendings of one text; never refuses, only counts (spam.ts). */
  sameText: [{ points: 1_000_000, seconds: 7 * DAY }],
  /** One sending (a draft, a key of the caller's own); never refuses, only knows it again. */
  sameSending: [{ points: 1_000_000, seconds: DAY }],
  /** New versions of one story by its author. */
  editOfStory: [
    { points: 1, seconds: 2 },
    { points: 12, seconds: HOUR },
  ],
  /** Suggestions for the directory from one network address: whoever reads a list with a pencil sends several. */
  suggestFromAddress: [
    { points: 2, seconds: 5 },
    { points: 6, seconds: 5 * MINUTE },
    { points: 20, seconds: HOUR },
  ],
  /** Askings for a mail to one address: what an address of the network, or a program, can try (the mailbox has its own, below). */
  mailToEmail: [
    { points: 3, seconds: HOUR },
    { points: 6, seconds: DAY },
  ],
  /** Mails that went to one mailbox and can be a third person's, whoever asked for them: counted by their links (mail-limit.ts). */
  mailToMailbox: [
    { points: 6, seconds: HOUR },
    { points: 15, seconds: DAY },
  ],
  /** Mails that one network address causes, to whomever. */
  mailFromAddress: [
    { points: 10, seconds: HOUR },
    { points: 30, seconds: DAY },
  ],
  /** Wrong references, links and answers from one network address. */
  wrongSecret: [
    { points: 10, seconds: 15 * MINUTE },
    { points: 60, seconds: DAY },
  ],
  /** New drafts from one network address. */
  draftFromAddress: [
    { points: 6, seconds: MINUTE },
    { points: 40, seconds: HOUR },
  ],
  /** Beyond that: new drafts from a form that this server gave out a while ago. */
  draftFromForm: [
    { points: 10, seconds: MINUTE },
    { points: 60, seconds: HOUR },
  ],
  /** Uploads from one network address: ten stories' worth of files in ten minutes. */
  uploadFromAddress: [
    { points: 80, seconds: 10 * MINUTE },
    { points: 240, seconds: HOUR },
  ],
} as const satisfies Record<string, readonly Rung[]>;

export type BudgetName = keyof typeof BUDGETS;

/** The answer to who has done enough: not now, try again later. */
export interface Limited {
  code: 'limited';
  retryAfterSeconds: number;
}
