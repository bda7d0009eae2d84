import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { isRole } from '@/lib/accounts/permissions';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { appendEvent } from '@/lib/submissions/events';
import { type StepError, transition } from '@/lib/submissions/transition';
import { decideIn } from './commands';
import { type Decided, makeDecision } from './make-decision';
import { findOpenProposal } from './rejections';
import type { State } from './rules';
import { actorOf } from './staff-rights';

export interface SecondDecision {
  submissionId: number;
  proposal: number;
  /** The revision of the story that was on the page. */
  revision: number;
}

export type SecondError =
  | Refusal
  | StepError
  /** Whoever proposed it is the second person too. */
  | { code: 'samePerson' }
  /** It was decided or taken back, or the author has sent a newer version. */
  | { code: 'proposalGone' }
  | { code: 'noteNeeded' }
  | StorageTrouble;

/**
 * Agrees to a rejection as the second person: only now is the story rejected, and its author told. The log names both.
 * Errors beside those of any decision: `samePerson`, `proposalGone`.
 */
export async function confirmRejection(
  staff: Staff,
  second: SecondDecision,
  now = new Date(),
): Promise<Result<Decided, SecondError>> {
  const allowed = authorise(staff, 'secondDecision', now);
  if (!allowed.ok) return allowed;
  return writing<Decided, SecondError>(async (tx) => {
    const found = await openProposal(tx, second);
    if (!found.ok) return found;
    const { id, reason, text, proposedBy } = found.value;
    if (proposedBy === staff.id) return fail({ code: 'samePerson' });
    const actor = { ...(await proposerAsActor(tx, proposedBy)), second: { id: staff.id, roles: [staff.role] } };
    const { submissionId, revision } = second;
    const wish = { submissionId, transition: 'reject' as const, revision, actor, now, reason, note: text };
    return makeDecision(tx, { wish, staff, now }, async (decision) => {
      const claimed = await claimForDecision(tx, submissionId, revision, staff, now);
      if (!claimed.ok) return claimed;
      const made = await decideIn(tx, { ...decision, revision: claimed.value });
      if (made.ok) await closeProposal(tx, id, { outcome: 'confirmed', decidedBy: staff.id, decidedAt: now });
      return made;
    });
  });
}

/** A story that went back to the queue meanwhile is taken by whoever agrees. @returns the revision to decide on */
async function claimForDecision(
  tx: Tx,
  submissionId: number,
  revision: number,
  staff: Staff,
  now: Date,
): Promise<Result<number, StepError>> {
  const pending = await tx.submission.count({ where: { id: submissionId, state: 'pending' } });
  if (pending === 0) return ok(revision);
  const claimed = await transition(tx, { submissionId, transition: 'claim', actor: actorOf(staff), revision, now });
  return claimed.ok ? ok(claimed.value.revision) : claimed;
}

/** Whoever proposed it, as they were allowed to then: what has become of their role since changes nothing. */
async function proposerAsActor(tx: Tx, id: string) {
  const user = await tx.staffUser.findUnique({ where: { id }, select: { role: true } });
  const role = isRole(user?.role) ? user.role : 'moderator';
  return actorOf({ id, role: role === 'volunteer' || role === 'editor' ? 'moderator' : role });
}

/**
 * Returns a proposed rejection with a note for whoever proposed it; who proposed it may take it back by the same way. The
 * story stays where it is. Can be undone as any decision.
 */
export async function returnRejection(
  staff: Staff,
  second: SecondDecision & { note: string },
  now = new Date(),
): Promise<Result<Decided, SecondError>> {
  const allowed = authorise(staff, 'reject', now);
  if (!allowed.ok) return allowed;
  const { submissionId, revision } = second;
  return writing<Decided, SecondError>(async (tx) => {
    const found = await openProposal(tx, second);
    if (!found.ok) return found;
    const { id, proposedBy } = found.value;
    const isOwn = proposedBy === staff.id;
    if (!isOwn) {
      const other = authorise(staff, 'secondDecision', now);
      if (!other.ok) return other;
      if (second.note.trim() === '') return fail({ code: 'noteNeeded' });
    }
    const actor = actorOf(staff);
    const wish = { submissionId, transition: 'reject', revision, actor, now } as const;
    return makeDecision(tx, { wish, staff, now }, async () => {
      const story = await tx.submission.findUniqueOrThrow({
        where: { id: submissionId },
        select: { revision: true, state: true },
      });
      if (story.revision !== revision) return fail({ code: 'stale' } as const);
      const state = story.state as State;
      await closeProposal(tx, id, {
        ...{ outcome: isOwn ? 'taken_back' : 'returned', decidedBy: staff.id, decidedAt: now },
        answer: second.note.trim() || null,
      });
      await tx.submission.updateMany({ where: { id: submissionId }, data: { revision: revision + 1 } });
      await refreshStoryInQueue(tx, submissionId);
      await appendEvent(tx, { submissionId, kind: 'return_reject', from: state, to: state, actor, now });
      await refreshStoryInQueue(tx, submissionId);
      return ok({ state, revision: revision + 1, slug: null });
    });
  });
}

async function openProposal(tx: Tx, { submissionId, proposal }: SecondDecision) {
  const exists = await tx.submission.count({ where: { id: submissionId } });
  if (exists === 0) return fail({ code: 'notFound' } as const);
  const open = await findOpenProposal(tx, submissionId);
  return open?.id === proposal ? ok(open) : fail({ code: 'proposalGone' } as const);
}

async function closeProposal(
  tx: Tx,
  id: number,
  data: { outcome: string; decidedBy: string; decidedAt: Date; answer?: string | null },
): Promise<void> {
  await tx.rejectionProposal.updateMany({ where: { id }, data });
}
