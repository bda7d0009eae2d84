import 'server-only';
import type { StorageTrouble } from '@/lib/db/write';
import { hmac } from '@/lib/secrets';
import { ok, type Result } from '@/lib/shared/result';
import type { Limited } from './budgets';
import { checkStamp, type StampVerdict } from './form-stamp';
import { isTrapped } from './honeypot';
import { addressKey, emailKey, type Spending, takeBudgets, timesSpent } from './limits';
import { fingerprintOf, judgeSpam, type SpamFacts, type SpamInput, type SpamVerdict } from './spam';

/** Why something is not done now. What was typed is kept; who asks is told when to try again. */
export type NotNow = Limited | StorageTrouble;

/** What of a draft tells that somebody wrote it. */
export interface DraftEvidence {
  createdAt: Date;
  /** Number of saves. */
  version: number;
}

export interface Sending {
  headers: Headers;
  origin: 'web' | 'api';
  /** The answers, checked. */
  input: SpamInput;
  /** null for a story that came whole, through the open interface. */
  draft: DraftEvidence | null;
  /** Values of the form's hidden fields (STAMP_FIELD, HONEYPOT_FIELD), whatever they are. */
  stamp?: unknown;
  honeypot?: unknown;
  /** Milliseconds since 1970. */
  now?: number;
}

/** A form of six pages takes a program this long only if it wants to; in milliseconds and saves. */
const GROWN_MS = 20_000;
const WRITTEN_MS = 180_000;
const FEWEST_SAVES = 5;

/**
 * Whether a story may be sent now, and how much it looks like spam. Spends the budgets of its e-mail address and of its
 * network address: the ladder, and beyond it, for a draft that grew as a person's does, what is kept for such drafts. Call it
 * once for a story, before `sendStory`, and not again for one that is sent already (a double click).
 */
export async function admitSending(sending: Sending): Promise<Result<SpamVerdict, NotNow>> {
  const { headers, origin, input, draft } = sending;
  const now = sending.now ?? Date.now();
  const text: Spending = { budget: 'sameText', key: hmac(fingerprintOf(input), 'limit-text').slice(0, 32) };
  const stamp = checkStamp(sending.stamp, now);
  const verdict = judgeSpam(input, {
    trapped: isTrapped(sending.honeypot),
    stamp: origin === 'api' ? null : readStamp(stamp, ageOf(draft, now)),
    sentBefore: await timesSpent(text),
  });
  const address = addressKey(headers);
  const shared: Spending[] = [{ budget: 'sendWithEmail', key: emailKey(input.contactEmail) }, text];
  let taken: Result<null, NotNow> | undefined;
  for (const budget of lanesOf(verdict, draft, now)) {
    const next = await takeBudgets([{ budget, key: address }, ...shared]);
    taken = taken && !taken.ok && !next.ok ? sooner(taken, next) : next;
    if (taken.ok || taken.error.code !== 'limited') break;
  }
  return taken && !taken.ok ? taken : ok(verdict);
}

/** How long a draft was written at, in milliseconds; 0 for one that was not written page by page. */
function ageOf(draft: DraftEvidence | null, now: number): number {
  return draft && draft.version >= FEWEST_SAVES ? now - draft.createdAt.getTime() : 0;
}

/** Who has written six pages may press the last button as fast as he likes. */
function readStamp(stamp: StampVerdict, age: number): SpamFacts['stamp'] {
  if (stamp.ok) return 'ok';
  return stamp.reason === 'tooFast' && age >= GROWN_MS ? 'ok' : stamp.reason;
}

/** The budgets of the network address that this story may spend, the common one first. */
function lanesOf(verdict: SpamVerdict, draft: DraftEvidence | null, now: number) {
  const common = ['sendFromAddress'] as const;
  const age = ageOf(draft, now);
  if (age < GROWN_MS || verdict.verdict === 'spam') return common;
  return age < WRITTEN_MS
    ? ([...common, 'sendGrownFromAddress'] as const)
    : ([...common, 'sendGrownFromAddress', 'sendWrittenFromAddress'] as const);
}

function sooner(one: { ok: false; error: NotNow }, other: { ok: false; error: NotNow }): { ok: false; error: NotNow } {
  if (one.error.code !== 'limited' || other.error.code !== 'limited') return other;
  return one.error.retryAfterSeconds <= other.error.retryAfterSeconds ? one : other;
}

/**
 * Whether a new draft may be made now. Beyond the common budget of a network address there is one for forms that this
 * server gave out a few seconds earlier, so that a program which posts blindly takes no place from people.
 */
export async function admitDraft(form: {
  headers: Headers;
  stamp?: unknown;
  honeypot?: unknown;
  now?: number;
}): Promise<Result<null, NotNow>> {
  const key = addressKey(form.headers);
  const common = await takeBudgets([{ budget: 'draftFromAddress', key }]);
  if (common.ok || common.error.code !== 'limited') return common;
  if (isTrapped(form.honeypot) || !checkStamp(form.stamp, form.now).ok) return common;
  return takeBudgets([{ budget: 'draftFromForm', key }]);
}

/** Whether a mail may go to an address that somebody typed: it may be another person's. */
export function admitMail(headers: Headers, email: string): Promise<Result<null, NotNow>> {
  return takeBudgets([
    { budget: 'mailToEmail', key: emailKey(email) },
    { budget: 'mailFromAddress', key: addressKey(headers) },
  ]);
}
