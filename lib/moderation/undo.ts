import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { unsealIfKeyed } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { appendEvent } from '@/lib/submissions/events';
import { hold } from './claims';
import type { State } from './rules';
import { type Before, restoreSnapshot } from './snapshots';
import { actorOf } from './staff-rights';

/** Why a decision stays. */
export type UndoRefusal =
  | 'notFound'
  /** It was undone before. */
  | 'already'
  /** The 15 minutes are over: only another decision, with its reason, changes it. */
  | 'tooLate'
  /** Something has happened to the story since. */
  | 'changedSince';

export interface Undone {
  /** Stories that are what they were. */
  undone: { submissionId: number; reference: string; state: State }[];
  /** Of a batch: stories whose decision stays, and why. */
  refused: { submissionId: number; code: UndoRefusal }[];
}

export type UndoError = Refusal | { code: UndoRefusal } | StorageTrouble;

/**
 * Takes decisions back within the 15 minutes, by one decision's event or by the name of a batch, in one transaction: state,
 * dates, versions, requests, appeal, proposals, what the public sees; the mail that waited is never sent. Both stay in the
 * story's log and in the audit log. Of a batch, what can be undone is; when nothing can, it is refused.
 */
export async function undoDecisions(
  staff: Staff,
  what: { event: number } | { batch: string },
  now = new Date(),
): Promise<Result<Undone, UndoError>> {
  const allowed = authorise(staff, 'undoDecision', now);
  if (!allowed.ok) return allowed;
  return writing<Undone, UndoError>(async (tx) => {
    const where = 'event' in what ? { eventId: what.event } : { batch: what.batch };
    const rows = await tx.decisionUndo.findMany({ where, orderBy: { id: 'desc' } });
    const done: Undone = { undone: [], refused: [] };
    for (const row of rows) {
      const one = await undoOne(tx, row, staff, now);
      if (one.ok) done.undone.push(one.value);
      else done.refused.push({ submissionId: row.submissionId, ...one.error });
    }
    if (done.undone.length > 0) return ok(done);
    return fail({ code: done.refused[0]?.code ?? 'notFound' });
  });
}

interface UndoRow {
  id: number;
  submissionId: number;
  eventId: number;
  decision: string;
  before: Uint8Array | null;
  revision: number;
  mails: string;
  until: Date;
  undoneAt: Date | null;
}

async function undoOne(
  tx: Tx,
  row: UndoRow,
  staff: Staff,
  now: Date,
): Promise<Result<Undone['undone'][number], { code: UndoRefusal }>> {
  const { submissionId, eventId } = row;
  if (row.undoneAt) return fail({ code: 'already' });
  const before = row.before && unsealIfKeyed<Before>(row.before);
  if (row.until <= now || !before) return fail({ code: 'tooLate' });
  const story = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { revision: true, state: true, reference: true },
  });
  if (!story || story.revision !== row.revision) return fail({ code: 'changedSince' });
  if (!(await cancelHeldMails(tx, JSON.parse(row.mails) as number[]))) return fail({ code: 'tooLate' });
  const revision = story.revision + 1;
  await restoreSnapshot(tx, submissionId, before, revision);
  // What was before is again as it was after the decision before: that one can be undone in its turn.
  await tx.decisionUndo.updateMany({
    where: { submissionId, undoneAt: null, revision: before.revision },
    data: { revision },
  });
  await tx.decisionUndo.updateMany({
    where: { id: row.id },
    data: { undoneAt: now, undoneBy: staff.id, before: null },
  });
  const [from, to] = [story.state as State, before.story.state as State];
  await appendEvent(tx, {
    ...{ submissionId, kind: 'undo', from, to, actor: actorOf(staff), now },
    details: { event: eventId },
  });
  // Whoever had it has it again.
  if (before.claim) await hold(tx, submissionId, before.claim.staffId, now);
  else await refreshStoryInQueue(tx, submissionId);
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: 'submission.undo',
    object: { kind: 'submission', id: submissionId },
    details: { event: eventId, decision: row.decision, from, to },
  });
  return ok({ submissionId, reference: story.reference, state: to });
}

/** @returns false when one of them has gone out, or is just going */
async function cancelHeldMails(tx: Tx, ids: number[]): Promise<boolean> {
  const gone = await tx.outboxMail.count({
    where: { id: { in: ids }, state: { notIn: ['waiting', 'cancelled'] } },
  });
  if (gone > 0) return false;
  await tx.outboxMail.updateMany({
    where: { id: { in: ids }, state: 'waiting' },
    data: { state: 'cancelled', sealed: null },
  });
  return true;
}
