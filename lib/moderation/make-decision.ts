import 'server-only';
import type { Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { Stepped } from '@/lib/submissions/transition';
import type { Decision } from './commands';
import { type Actor, UNDO_MINUTES } from './rules';
import { takeSnapshot } from './snapshots';
import { keepUndo } from './undo-records';

export interface Decided extends Stepped {
  submissionId: number;
  reference: string;
  /** Id of the decision in the story's log, by which it is undone. */
  event: number;
  /** Until when it can be undone. */
  undoUntil: Date;
  /** The story waits for a second person, who agrees or does not. */
  isProposal: boolean;
}

interface Making {
  wish: Omit<Decision, 'mailOn'> & { actor: Actor & { kind: 'staff' }; now: Date };
  staff: Staff;
  batch?: string | undefined;
  now: Date;
}

/** What every decision has around it: what was before, the audit row, the mail that waits, and the way back. */
export async function makeDecision<E>(
  tx: Tx,
  { wish, staff, batch, now }: Making,
  make: (decision: Decision) => Promise<Result<Stepped, E>>,
): Promise<Result<Decided, E | { code: 'notFound' }>> {
  const { submissionId } = wish;
  const before = await takeSnapshot(tx, submissionId);
  if (!before) return fail({ code: 'notFound' });
  const until = new Date(now.getTime() + UNDO_MINUTES * 60_000);
  const made = await make({ ...wish, mailOn: until });
  if (!made.ok) return made;
  const { find } = await rows(tx);
  const event = find('SubmissionEvent', { submissionId }, ['id', 'kind'], ['id', 'desc']);
  const story = find('Submission', { id: submissionId }, ['reference']);
  if (event === null || story === null) throw new Error(`The decision on story ${submissionId} left no trace`);
  const isProposal = event.kind === 'propose_reject';
  const undo = { submissionId, eventId: event.id, batch: batch ?? null, staffId: staff.id, decision: event.kind };
  await keepUndo(tx, { ...undo, before, revision: made.value.revision, madeAt: now, until });
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: `submission.${event.kind}`,
    object: { kind: 'submission', id: submissionId },
    reason: wish.reason ?? null,
    details: {
      ...{ from: before.story.state, to: made.value.state, event: event.id },
      ...(batch && { batch }),
      ...(wish.actor.second && { proposedBy: wish.actor.id, secondBy: wish.actor.second.id }),
    },
  });
  return ok({ ...made.value, submissionId, reference: story.reference, event: event.id, isProposal, undoUntil: until });
}
