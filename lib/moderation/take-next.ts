import 'server-only';
import { authorise, type Staff } from '@/lib/accounts/access-rules';
import type { Tx } from '@/lib/db';
import { connectionOf } from '@/lib/db/connect';
import { writing } from '@/lib/db/write';
import type { QueueFilter } from '@/lib/queue/filter';
import { nextInQueue, type QueueRow } from '@/lib/queue/queries';
import { fail, ok, type Result } from '@/lib/shared/result';
import { type ClaimError, claimIn } from './claims';
import { type Decided, decideAsStaffIn, type StaffDecision, type StaffDecisionError } from './decide-as-staff';

/** As often another is tried when a colleague was faster. */
const TRIES = 10;

/**
 * Takes the next thing of the queue (`nextInQueue`): a story that is free becomes this person's; what cannot be claimed (an
 * appeal, a recommendation) is only shown. Needs the right `claim`.
 * @param after id of the story that they come from
 */
export function takeNext(
  staff: Staff,
  filter: QueueFilter,
  after: number | null,
  now = new Date(),
): Promise<Result<QueueRow, TakeNextError>> {
  return writing((tx) => takeNextIn(tx, staff, filter, after, now));
}

export type TakeNextError = ClaimError | { code: 'nothingNext' };

/** The same inside a transaction that is open. */
export async function takeNextIn(
  tx: Tx,
  staff: Staff,
  filter: QueueFilter,
  after: number | null,
  now: Date,
): Promise<Result<QueueRow, TakeNextError>> {
  const allowed = authorise(staff, 'claim', now);
  if (!allowed.ok) return allowed;
  const connection = await connectionOf(tx);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const next = nextInQueue(staff, filter, after, now, connection);
    if (!next.ok) return next;
    const row = next.value;
    if (row === null) break;
    if (row.state !== 'pending') return ok(row);
    const claimed = await claimIn(tx, staff, row.objectId, now);
    if (claimed.ok) return ok(row);
    const { code } = claimed.error;
    if (code !== 'claimed' && code !== 'assigned' && code !== 'notAllowed') return claimed;
  }
  return fail({ code: 'nothingNext' });
}

/** A decision, and what its maker has before them then; null when nothing is left. */
export type DecidedAndNext = Decided & { next: QueueRow | null };

/**
 * Decides (`decideAsStaff`) and takes the next thing of the list, in one transaction: to write twice to the disk is half of
 * what the answer takes. Who may not take anything, or finds nothing, has decided all the same.
 */
export function decideAndTakeNext(
  staff: Staff,
  decision: StaffDecision,
  filter: QueueFilter,
  now = new Date(),
): Promise<Result<DecidedAndNext, StaffDecisionError>> {
  return writing(async (tx) => {
    const decided = await decideAsStaffIn(tx, staff, decision, now);
    if (!decided.ok) return decided;
    const next = await takeNextIn(tx, staff, filter, decision.submissionId, now);
    return ok({ ...decided.value, next: next.ok ? next.value : null });
  });
}
