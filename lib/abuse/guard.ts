import 'server-only';
import type { StorageTrouble } from '@/lib/db/write';
import { hmac } from '@/lib/secrets';
import { ok, type Result } from '@/lib/shared/result';
import type { BudgetName, Limited } from './budgets';
import { checkStamp, type StampVerdict } from './form-stamp';
import { isTrapped } from './honeypot';
import { addressKey, emailKey, type Spending, takeBudgets, timesSpent } from './limits';
import { fingerprintOf, judgeSpam, type SpamFacts, type SpamInput, type SpamVerdict } from './spam';

/** Why something is not done now. What was typed is kept; who asks is told when to try again. */
export type NotNow = Limited | StorageTrouble;

/** What of a draft tells that somebody wrote it. */
export interface DraftEvidence {
  id: number;
  createdAt: Date;
  /** Number of saves. */
  version: number;
  /** Reference of the story of which it is a new version. */
  revises: string | null;
}

export interface Sending {
  headers: Headers;
  origin: 'web' | 'api';
  /** The answers, checked. */
  input: SpamInput;
  /** null for a story that came whole, through the open interface. */
  draft: DraftEvidence | null;
  /** A key of the caller's own (`Idempotency-Key`), for a story without a draft. */
  idempotencyKey?: string | null;
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
 * network address: the ladder, and beyond it, for a draft that grew as a person's does, what is kept for such drafts. A
 * second try of the same sending (a double click, a first one that broke off) costs nothing: `sendStory` writes it once.
 * A new version of a story that stands already has a budget of its own.
 */
export async function admitSending(sending: Sending): Promise<Result<SpamVerdict, NotNow>> {
  const { headers, origin, input, draft } = sending;
  const now = sending.now ?? Date.now();
  if (draft?.revises) return admitEdit(draft.revises);
  const once = onceOf(sending);
  const isAgain = once !== null && (await timesSpent(once)) > 0;
  const text: Spending = { budget: 'sameText', key: keyOf(fingerprintOf(input), 'limit-text') };
  const stamp = checkStamp(sending.stamp, now);
  const judge = async (again: boolean) =>
    judgeSpam(input, {
      trapped: isTrapped(sending.honeypot),
      stamp: origin === 'api' ? null : readStamp(stamp, ageOf(draft, now)),
      sentBefore: (await timesSpent(text)) - (again ? 1 : 0),
    });
  if (isAgain) return ok(await judge(true));
  const verdict = await judge(false);
  const email: Spending = { budget: 'sendWithEmail', key: emailKey(input.contactEmail) };
  const shared = [email, text, ...(once ? [once] : [])];
  const taken = await takeOneLane(lanesOf(verdict, draft, now), addressKey(headers), shared);
  if (taken.ok) return ok(verdict);
  // Its twin, sent in the same moment, was faster.
  return once !== null && (await timesSpent(once)) > 0 ? ok(await judge(true)) : taken;
}

async function admitEdit(reference: string): Promise<Result<SpamVerdict, NotNow>> {
  const taken = await takeBudgets([{ budget: 'editOfStory', key: reference }]);
  return taken.ok ? ok({ score: 0, reasons: [], verdict: 'pass' }) : taken;
}

/** What identifies a sending; null for one that nobody could tell from another. */
function onceOf({ draft, idempotencyKey, input }: Sending): Spending | null {
  if (draft)
    return { budget: 'sameSending', key: keyOf(`draft ${draft.id} ${draft.createdAt.getTime()}`, 'limit-once') };
  if (!idempotencyKey) return null;
  return { budget: 'sameSending', key: keyOf(`key ${emailKey(input.contactEmail)} ${idempotencyKey}`, 'limit-once') };
}

function keyOf(text: string, purpose: string): string {
  return hmac(text, purpose).slice(0, 32);
}

/** Spends from the first budget of the network address that has a point. Refused by all, it tells the shortest wait. */
async function takeOneLane(
  lanes: readonly BudgetName[],
  address: string,
  shared: readonly Spending[],
): Promise<Result<null, NotNow>> {
  let refused: { ok: false; error: NotNow } | null = null;
  for (const budget of lanes) {
    const taken = await takeBudgets([{ budget, key: address }, ...shared]);
    if (taken.ok || taken.error.code !== 'limited') return taken;
    refused = refused ? sooner(refused, taken) : taken;
  }
  return refused ?? ok(null);
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
function lanesOf(verdict: SpamVerdict, draft: DraftEvidence | null, now: number): readonly BudgetName[] {
  const common = ['sendFromAddress'] as const;
  const age = ageOf(draft, now);
  if (age < GROWN_MS || verdict.verdict === 'spam') return common;
  return [...common, 'sendGrownFromAddress', ...(age < WRITTEN_MS ? [] : (['sendWrittenFromAddress'] as const))];
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
