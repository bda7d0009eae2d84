import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import type { StepError } from '@/lib/submissions/transition';
import { decideIn, type PassageRequest } from './commands';
import { nameOf } from './leases';
import { type Decided, makeDecision } from './make-decision';
import { proposeRejection } from './rejections';
import { isInScope } from './scope';
import { staffChangesOf } from './staff-changes';
import { actorOf, RIGHTS, type StaffTransition } from './staff-rights';

/** What a member of staff wants to do with a story. */
export interface StaffDecision {
  submissionId: number;
  transition: StaffTransition;
  /** The revision of the story that was on the page. */
  revision: number;
  /** Code of a DecisionReason; decisions against a story need one. */
  reason?: string | null;
  /** To the author, in the author's language. */
  note?: string | null;
  /** Only of `request_changes`, at least one. */
  requests?: readonly PassageRequest[];
  /** Only of `merge`: address part of the published story that tells the same. */
  other?: string;
  /** Only of `approve` and `schedule`: day of publication, YYYY-MM-DD. */
  publishOn?: string | null;
  /** Only of `approve`: it is published in the same act. Its author gets one mail, unless staff have edited the story. */
  publishNow?: boolean;
  /** Names decisions that are made, and undone, together. */
  batch?: string;
}

export type { Decided };

export type StaffDecisionError =
  | Refusal
  | StepError
  | { code: 'noteNeeded' | 'reasonNeeded' | 'unknownReason' | 'otherNotFound' | 'dayWrong' | 'alreadyProposed' }
  /** A colleague has the story; it is theirs to decide until they give it back. */
  | { code: 'claimed'; by: string }
  | StorageTrouble;

/** Decisions that need a reason of the list, with the kind of it. */
const KINDS: Partial<Record<StaffTransition, string>> = {
  ...{ reject: 'reject', hide: 'hide', unpublish: 'unpublish', mark_spam: 'spam' },
};

/**
 * Makes a decision of a member of staff, if their right and the state machine agree: the step, its line in the story's log,
 * its row in the audit log and the author's mail, which waits while the decision can be undone (`undoDecisions`), in one
 * transaction. A rejection is only proposed: `confirmRejection` makes it. Errors: a refusal of rights; `stale` when the story
 * has changed since that revision; `notAllowed` and `wrongActor` of the state machine; and what is missing of the form.
 */
export function decideAsStaff(
  staff: Staff,
  decision: StaffDecision,
  now = new Date(),
): Promise<Result<Decided, StaffDecisionError>> {
  return writing<Decided, StaffDecisionError>((tx) => decideAsStaffIn(tx, staff, decision, now));
}

/** The same inside a transaction that is open. */
export async function decideAsStaffIn(
  tx: Tx,
  staff: Staff,
  wish: StaffDecision,
  now: Date,
): Promise<Result<Decided, StaffDecisionError>> {
  const after = wish.transition === 'approve' ? stepAfterApproval(wish) : null;
  for (const step of [wish.transition, ...(after ? [after] : [])]) {
    const allowed = authorise(staff, RIGHTS[step], now);
    if (!allowed.ok) return allowed;
  }
  if (!(await isInScope(tx, staff, wish.submissionId))) return fail({ code: 'notFound' });
  const reason = await checkReason(tx, wish);
  if (!reason.ok) return reason;
  // Nobody confirms the address of somebody who wrote for themselves.
  if (
    wish.transition === 'confirm_for' &&
    (await tx.storyIntake.count({ where: { submissionId: wish.submissionId } })) === 0
  )
    return fail({ code: 'notAllowed' });
  if (wish.publishOn && (!/^\d{4}-\d{2}-\d{2}$/.test(wish.publishOn) || wish.publishOn < toDay(now)))
    return fail({ code: 'dayWrong' });
  if (wish.transition === 'schedule' && !wish.publishOn) return fail({ code: 'dayWrong' });
  const other = wish.transition === 'merge' ? await findOther(tx, wish) : undefined;
  if (other === null) return fail({ code: 'otherNotFound' });
  const held = await checkHolder(tx, wish.submissionId, staff, now);
  if (!held.ok) return held;
  const actor = actorOf(staff);
  const { batch, transition } = wish;
  return makeDecision(tx, { wish: { ...wish, actor, other, now }, staff, batch, now }, async (decision) => {
    if (transition === 'reject') return proposeRejection(tx, decision, staff, now);
    const isQuiet = after === 'publish' && (await staffChangesOf(tx, wish.submissionId)).length === 0;
    const made = await decideIn(tx, { ...decision, isQuiet });
    if (!made.ok || after === null) return made;
    return decideIn(tx, { ...decision, transition: after, revision: made.value.revision });
  });
}

function stepAfterApproval({ publishNow, publishOn }: StaffDecision): 'publish' | 'schedule' | null {
  if (publishNow) return 'publish';
  return publishOn ? 'schedule' : null;
}

/** What a colleague works on is not decided over their head. */
async function checkHolder(
  tx: Tx,
  submissionId: number,
  staff: Staff,
  now: Date,
): Promise<Result<null, { code: 'claimed'; by: string }>> {
  const claim = (await rows(tx)).find('StoryClaim', { submissionId }, ['staffId', 'expiresAt']);
  if (!claim || claim.staffId === staff.id || claim.expiresAt <= now) return ok(null);
  return fail({ code: 'claimed', by: await nameOf(tx, claim.staffId) });
}

async function checkReason(
  tx: Tx,
  { transition, reason, requests = [] }: StaffDecision,
): Promise<Result<null, { code: 'reasonNeeded' | 'unknownReason' }>> {
  const kind = transition === 'request_changes' ? 'changes' : KINDS[transition];
  const codes = transition === 'request_changes' ? requests.map((request) => request.reason) : [reason ?? ''];
  if (kind === undefined) return ok(null);
  if (codes.some((code) => code === '')) return fail({ code: 'reasonNeeded' });
  const known = await tx.decisionReason.findMany({
    where: { kind, retired: false, code: { in: codes } },
    select: { code: true },
  });
  return codes.every((code) => known.some((one) => one.code === code)) ? ok(null) : fail({ code: 'unknownReason' });
}

/** The published story that another one is merged into; null when there is none at that address, or it is the story itself. */
async function findOther(tx: Tx, { submissionId, other }: StaffDecision) {
  if (!other) return null;
  const found = await tx.story.findFirst({
    where: { slug: other, publication: 'published' },
    select: {
      id: true,
      slug: true,
      submissionId: true,
      texts: { select: { title: true }, orderBy: { translated: 'asc' } },
    },
  });
  if (!found || found.submissionId === submissionId) return null;
  return { id: found.id, slug: found.slug, title: found.texts[0]?.title ?? found.slug };
}
