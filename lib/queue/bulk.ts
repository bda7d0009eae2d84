import 'server-only';
import { randomUUID } from 'node:crypto';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { type AssignError, assignIn, unassignIn } from '@/lib/moderation/assignments';
import { type ClaimError, claimIn, releaseIn } from '@/lib/moderation/claims';
import { decideAsStaff, type StaffDecisionError } from '@/lib/moderation/decide-as-staff';
import { inScript } from '@/lib/serbian';
import { fail, ok, type Result } from '@/lib/shared/result';
import { type BulkEffect, effectsOf } from './bulk-preview';
import { BULK_ACTIONS, BULK_MOST, type BulkAction, reasonKindOf } from './bulk-rules';

/** What is to be done with several stories. */
export interface BulkWish {
  action: BulkAction;
  /** The stories, each with the revision that the preview showed. */
  items: readonly { id: number; revision: number }[];
  /** One reason for all, where the act needs one: a code of DecisionReason. */
  reason?: string;
  /** To whom they are given. */
  person?: string;
}

/** What became of one story: done, or why not. */
export interface BulkResult {
  id: number;
  reference: string;
  code: 'done' | (ClaimError | AssignError | StaffDecisionError)['code'];
  /** Whom it was assigned to before, for the way back. */
  before?: string | null;
}

export type BulkError =
  | Refusal
  | StorageTrouble
  | { code: 'nothingTicked' | 'tooMany' | 'personGone' | 'reasonNeeded' }
  /** It is not possible for all of them, so nothing was done: these are those that cannot. */
  | { code: 'mixed'; refused: BulkEffect[] };

/**
 * Does one thing with up to a hundred stories. When it is not possible for one of them, nothing is done. Otherwise each is a
 * transaction of its own with its own row in the audit log; what a colleague changes meanwhile is refused by itself and said
 * in the result. Needs the right of the act.
 * @returns the id under which the result is read and undone
 */
export async function doBulk(
  staff: Staff,
  wish: BulkWish,
  now = new Date(),
): Promise<Result<{ id: string }, BulkError>> {
  const { action, items, reason = '', person = '' } = wish;
  const allowed = authorise(staff, BULK_ACTIONS[action].right, now);
  if (!allowed.ok) return allowed;
  if (items.length === 0) return fail({ code: 'nothingTicked' });
  if (items.length > BULK_MOST) return fail({ code: 'tooMany' });
  if (action === 'assign' && person === '') return fail({ code: 'personGone' });
  if (reasonKindOf(action) !== null && !(await isReason(action, reason))) return fail({ code: 'reasonNeeded' });
  const effects = await effectsOf(
    db(),
    staff,
    action,
    items.map(({ id }) => id),
  );
  const refused = effects.filter(({ refusal }) => refusal !== null);
  if (refused.length > 0) return fail({ code: 'mixed', refused });
  if (effects.length === 0) return fail({ code: 'nothingTicked' });
  const batch = randomUUID();
  const begun = await keep(batch, { action, staffId: staff.id, at: now }, []);
  if (!begun.ok) return begun;
  const results: BulkResult[] = [];
  for (const effect of effects) {
    const revision = items.find(({ id }) => id === effect.submissionId)?.revision ?? -1;
    results.push(await doOne(staff, { ...wish, reason, person }, { ...effect, revision }, batch, now));
    // Kept after each, so that a crash in the middle leaves the truth.
    await keep(batch, { action, staffId: staff.id, at: now }, results);
  }
  return ok({ id: batch });
}

async function isReason(action: BulkAction, code: string): Promise<boolean> {
  const where = { code, kind: reasonKindOf(action) ?? '', retired: false };
  return (await db().decisionReason.count({ where })) > 0;
}

function keep(
  id: string,
  act: { action: string; staffId: string; at: Date },
  results: readonly BulkResult[],
): Promise<Result<null, StorageTrouble>> {
  return writing<null, never>(async (tx) => {
    const outcome = JSON.stringify(results);
    await tx.bulkAct.upsert({ where: { id }, create: { id, ...act, outcome }, update: { outcome } });
    return ok(null);
  });
}

async function doOne(
  staff: Staff,
  { action, reason, person }: BulkWish & { reason: string; person: string },
  { submissionId, reference, revision }: BulkEffect,
  batch: string,
  now: Date,
): Promise<BulkResult> {
  const line = { id: submissionId, reference };
  const codeOf = (result: Result<unknown, { code: BulkResult['code'] }>) => (result.ok ? 'done' : result.error.code);
  if (action === 'claim' || action === 'release') {
    const move = action === 'claim' ? claimIn : releaseIn;
    return {
      ...line,
      code: codeOf(await writing<null, ClaimError>((tx) => move(tx, staff, submissionId, now, batch))),
    };
  }
  if (action === 'assign' || action === 'unassign') {
    const given = await db().storyAssignment.findUnique({ where: { submissionId }, select: { staffId: true } });
    const handing = { submissionId, batch, now };
    const done = await writing<null, AssignError>((tx) =>
      action === 'assign' ? assignIn(tx, staff, { ...handing, to: person }) : unassignIn(tx, staff, handing),
    );
    return { ...line, code: codeOf(done), before: given?.staffId ?? null };
  }
  const needsReason = reasonKindOf(action) !== null;
  const decision = { submissionId, transition: BULK_ACTIONS[action].step, revision, batch };
  const words = needsReason ? { reason, note: await noteFor(submissionId, reason) } : {};
  return { ...line, code: codeOf(await decideAsStaff(staff, { ...decision, ...words }, now)) };
}

/** The words of a reason to the author of a story, in the author's language and script. */
async function noteFor(submissionId: number, code: string): Promise<string> {
  const { locale } = await db().submission.findUniqueOrThrow({ where: { id: submissionId }, select: { locale: true } });
  const { textSr, textEn } = await db().decisionReason.findUniqueOrThrow({
    where: { code },
    select: { textSr: true, textEn: true },
  });
  return locale === 'en' ? textEn : inScript(textSr, locale as Exclude<Locale, 'en'>);
}
