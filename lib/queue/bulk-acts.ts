import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { type AssignError, assignIn, unassignIn } from '@/lib/moderation/assignments';
import { type ClaimError, claimIn, releaseIn } from '@/lib/moderation/claims';
import { UNDO_MINUTES } from '@/lib/moderation/rules';
import { undoDecisions } from '@/lib/moderation/undo';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { BulkResult } from './bulk';
import { BULK_ACTIONS, type BulkAction, isBulkAction } from './bulk-rules';

/** What was done with several stories. */
export interface BulkActView {
  id: string;
  action: BulkAction;
  at: Date;
  results: BulkResult[];
  undoneAt: Date | null;
  /** Until when it can be taken back as one; null when not (any more), or not by this person. */
  undoUntil: Date | null;
}

/** An act of one's own; null when there is none. Needs the right `readQueue`. */
export async function findBulkAct(
  staff: Staff,
  id: string,
  now = new Date(),
): Promise<Result<BulkActView | null, Refusal>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const row = await db().bulkAct.findUnique({ where: { id } });
  if (!row || row.staffId !== staff.id || !isBulkAction(row.action)) return ok(null);
  const until = new Date(row.at.getTime() + UNDO_MINUTES * 60_000);
  const results = JSON.parse(row.outcome) as BulkResult[];
  const isOpen = row.undoneAt === null && until > now && results.some(({ code }) => code === 'done');
  const { at, action, undoneAt } = row;
  return ok({ id, action, at, results, undoneAt, undoUntil: isOpen ? until : null });
}

/**
 * Takes back, as one, what one did with several stories within the last 15 minutes. What has been changed since stays as it
 * is. Needs the right of the act, for decisions `undoDecision`.
 * @returns how many stories are what they were
 */
export async function undoBulk(
  staff: Staff,
  id: string,
  now = new Date(),
): Promise<Result<{ undone: number }, Refusal | StorageTrouble | { code: 'gone' }>> {
  const found = await findBulkAct(staff, id, now);
  if (!found.ok) return found;
  const act = found.value;
  if (!act?.undoUntil) return fail({ code: 'gone' });
  const allowed = authorise(staff, BULK_ACTIONS[act.action].right, now);
  if (!allowed.ok) return allowed;
  const undone = await undoAll(staff, act, now);
  if (!undone.ok) return undone;
  const noted = await writing<null, never>(async (tx) => {
    await tx.bulkAct.updateMany({ where: { id }, data: { undoneAt: now } });
    return ok(null);
  });
  return noted.ok ? ok({ undone: undone.value }) : noted;
}

async function undoAll(
  staff: Staff,
  act: BulkActView,
  now: Date,
): Promise<Result<number, Refusal | StorageTrouble | { code: 'gone' }>> {
  const { step } = BULK_ACTIONS[act.action];
  if (step !== null && step !== 'claim' && step !== 'release') {
    const undone = await undoDecisions(staff, { batch: act.id }, now);
    if (undone.ok) return ok(undone.value.undone.length);
    const { code } = undone.error;
    if (code === 'notFound' || code === 'already' || code === 'tooLate' || code === 'changedSince') {
      return fail({ code: 'gone' });
    }
    return fail({ code });
  }
  let count = 0;
  for (const { id, code, before } of act.results) {
    if (code === 'done' && (await undoOne(staff, act, { submissionId: id, before: before ?? null }, now))) count += 1;
  }
  return ok(count);
}

async function undoOne(
  staff: Staff,
  { action, id: batch }: BulkActView,
  { submissionId, before }: { submissionId: number; before: string | null },
  now: Date,
): Promise<boolean> {
  const done = await writing<null, ClaimError | AssignError>((tx) => {
    if (action === 'claim') return releaseIn(tx, staff, submissionId, now, batch);
    if (action === 'release') return claimIn(tx, staff, submissionId, now, batch);
    const handing = { submissionId, batch, now };
    return before === null ? unassignIn(tx, staff, handing) : assignIn(tx, staff, { ...handing, to: before });
  });
  return done.ok;
}
