import 'server-only';
import type { Staff } from '@/lib/accounts/access-rules';
import type { Tx } from '@/lib/db';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { appendEvent } from '@/lib/submissions/events';
import { type StepError, type Stepped, transition } from '@/lib/submissions/transition';
import type { Decision } from './commands';
import { nextState, type State } from './rules';

/**
 * Proposes a rejection, in the caller's transaction: the story goes back to the queue, where a second person agrees
 * (`confirmRejection`) or returns it (`returnRejection`). A newer version of the author ends the proposal.
 */
export async function proposeRejection(
  tx: Tx,
  { submissionId, revision, reason, note, actor }: Decision,
  staff: Staff,
  now: Date,
): Promise<Result<Stepped, StepError | { code: 'noteNeeded' | 'alreadyProposed' }>> {
  if (!note?.trim()) return fail({ code: 'noteNeeded' });
  const story = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { state: true, revision: true, versionNumber: true },
  });
  if (!story) return fail({ code: 'notFound' });
  if (story.revision !== revision) return fail({ code: 'stale' });
  const state = story.state as State;
  // Whether it could be rejected at all, were somebody there who agrees.
  const second = { id: `not:${staff.id}`, roles: ['coordinator'] as const };
  const possible = nextState(state, 'reject', actor.kind === 'staff' ? { ...actor, second } : actor);
  if (!possible.ok) return possible;
  if (await findOpenProposal(tx, submissionId)) return fail({ code: 'alreadyProposed' });
  await tx.rejectionProposal.create({
    data: {
      ...{ submissionId, version: story.versionNumber, reason: reason ?? '', text: note.trim() },
      ...{ proposedBy: staff.id, proposedAt: now },
    },
  });
  const given = state === 'in_review' ? await giveBack(tx, submissionId, now) : await raise(tx, submissionId, story);
  await appendEvent(tx, {
    submissionId,
    kind: 'propose_reject',
    from: state,
    to: given.state,
    actor,
    reason: reason ?? null,
    now,
  });
  await refreshStoryInQueue(tx, submissionId);
  return ok({ ...given, slug: null });
}

async function giveBack(tx: Tx, submissionId: number, now: Date): Promise<{ state: State; revision: number }> {
  const released = await transition(tx, {
    ...{ submissionId, transition: 'release', actor: { kind: 'system' }, revision: null, now },
  });
  if (!released.ok) throw new Error(`A story in review could not be given back: ${released.error.code}`);
  return released.value;
}

async function raise(tx: Tx, submissionId: number, story: { state: string; revision: number }) {
  const revision = story.revision + 1;
  await tx.submission.updateMany({ where: { id: submissionId }, data: { revision } });
  return { state: story.state as State, revision };
}

/** States in which a proposal may wait: the story may go back to the queue meanwhile. */
const WAITING: readonly string[] = ['pending', 'in_review', 'recommended'] satisfies State[];

/** The rejection of a story's newest version that waits for a second person; null when none does. */
export async function findOpenProposal(tx: Tx, submissionId: number) {
  const { state, versionNumber } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { state: true, versionNumber: true },
  });
  if (!WAITING.includes(state)) return null;
  return tx.rejectionProposal.findFirst({
    where: { submissionId, version: versionNumber, outcome: null },
    orderBy: { id: 'desc' },
  });
}
