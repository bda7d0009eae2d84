import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { can } from '@/lib/accounts/permissions';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { db } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { type StepError, transition } from '@/lib/submissions/transition';
import { isAtWork, leaseFrom } from './lease-times';
import { endLease, nameOf, tellClaimEnded } from './leases';
import { isInScope } from './scope';
import { actorOf } from './staff-rights';

/** A story that somebody has. */
export interface Claim {
  /** Id of whoever has it, and their name. */
  staffId: string;
  name: string;
  claimedAt: Date;
  /** It goes back by itself then, unless they are seen again. */
  expiresAt: Date;
  /** Whether they were at work on it within the last five minutes. */
  atWork: boolean;
}

export type ClaimError =
  | Refusal
  | StepError
  | StorageTrouble
  /** Somebody else has it. */
  | { code: 'claimed'; by: string }
  /** It was given to somebody else. */
  | { code: 'assigned'; to: string }
  /** A volunteer has another story, which comes first. */
  | { code: 'oneAtATime'; submissionId: number };

/**
 * Takes a story to work on, for 24 hours from the last sign of life. Of two who try at once one gets it; whoever has it
 * already keeps it. A volunteer works on one at a time. Needs the right `claim`.
 */
export function claimStory(staff: Staff, submissionId: number, now = new Date()): Promise<Result<null, ClaimError>> {
  return writing<null, ClaimError>((tx) => claimIn(tx, staff, submissionId, now));
}

/** The same inside a transaction that is open. */
export async function claimIn(
  tx: Tx,
  staff: Staff,
  submissionId: number,
  now: Date,
  batch?: string,
): Promise<Result<null, ClaimError>> {
  const allowed = authorise(staff, 'claim', now);
  if (!allowed.ok) return allowed;
  if (!(await isInScope(tx, staff, submissionId))) return fail({ code: 'notFound' });
  const { find } = await rows(tx);
  const claim = find('StoryClaim', { submissionId }, ['submissionId', 'staffId', 'expiresAt']);
  if (claim && claim.staffId !== staff.id) {
    if (claim.expiresAt > now) return fail({ code: 'claimed', by: await nameOf(tx, claim.staffId) });
    await endLease(tx, claim, 'lease', now);
  }
  if (claim?.staffId === staff.id) {
    await hold(tx, submissionId, staff.id, now);
    return ok(null);
  }
  const assigned = find('StoryAssignment', { submissionId }, ['staffId']);
  if (assigned && assigned.staffId !== staff.id && !can(staff, 'assign')) {
    return fail({ code: 'assigned', to: await nameOf(tx, assigned.staffId) });
  }
  const held = await storyInHands(tx, staff, now);
  if (held !== null) return fail({ code: 'oneAtATime', submissionId: held });
  const stepped = await transition(tx, {
    ...{ submissionId, transition: 'claim', actor: actorOf(staff), revision: null, now },
  });
  if (!stepped.ok) return stepped;
  await audit(tx, staff, 'submission.claim', submissionId, batch);
  return ok(null);
}

/** The story that a volunteer works on, who takes no other before it is done; null for who decides, and may have many. */
async function storyInHands(tx: Tx, staff: Staff, now: Date): Promise<number | null> {
  if (can(staff, 'approve')) return null;
  const claim = await tx.storyClaim.findFirst({
    where: { staffId: staff.id, expiresAt: { gt: now } },
    select: { submissionId: true },
  });
  return claim?.submissionId ?? null;
}

/** Makes a story that is in review somebody's: whoever has it goes on, or has it again after a decision was undone. */
export async function hold(tx: Tx, submissionId: number, staffId: string, now: Date): Promise<void> {
  const lease = { staffId, ...leaseFrom(now) };
  await tx.storyClaim.upsert({
    where: { submissionId },
    create: { submissionId, claimedAt: now, ...lease },
    update: lease,
  });
  await refreshStoryInQueue(tx, submissionId);
}

/**
 * Puts a story back that one has taken; whoever may assign puts back anybody's, who is told (E21). Needs the right `claim`.
 */
export function releaseClaim(staff: Staff, submissionId: number, now = new Date()): Promise<Result<null, ClaimError>> {
  return writing<null, ClaimError>((tx) => releaseIn(tx, staff, submissionId, now));
}

/** The same inside a transaction that is open. */
export async function releaseIn(
  tx: Tx,
  staff: Staff,
  submissionId: number,
  now: Date,
  batch?: string,
): Promise<Result<null, ClaimError>> {
  const allowed = authorise(staff, 'claim', now);
  if (!allowed.ok) return allowed;
  const claim = await tx.storyClaim.findUnique({ where: { submissionId }, select: { staffId: true } });
  const actor = { ...actorOf(staff), claimedBy: claim?.staffId ?? null };
  const stepped = await transition(tx, { submissionId, transition: 'release', actor, revision: null, now });
  if (!stepped.ok) return stepped;
  if (claim && claim.staffId !== staff.id) {
    const story = await tx.submission.findUnique({
      where: { id: submissionId },
      select: { reference: true, title: true },
    });
    await tellClaimEnded(tx, { ...claim, ...story }, 'taken');
  }
  await audit(tx, staff, 'submission.release', submissionId, batch);
  return ok(null);
}

/**
 * A sign of life of whoever has the story: the 24 hours begin anew, and for five minutes others are told that somebody is
 * at work on it. Whoever does not have it (any more) is told by `claimed` or `notAllowed`.
 */
export function renewClaim(staff: Staff, submissionId: number, now = new Date()): Promise<Result<Date, ClaimError>> {
  return writing<Date, ClaimError>(async (tx) => {
    const allowed = authorise(staff, 'claim', now);
    if (!allowed.ok) return allowed;
    const claim = await tx.storyClaim.findUnique({ where: { submissionId } });
    if (!claim) return fail({ code: 'notAllowed' });
    if (claim.staffId !== staff.id) return fail({ code: 'claimed', by: await nameOf(tx, claim.staffId) });
    const lease = leaseFrom(now);
    await tx.storyClaim.updateMany({ where: { submissionId, staffId: staff.id }, data: lease });
    return ok(lease.expiresAt);
  });
}

/** Who has a story; null when nobody has. Needs the right `readQueue`. */
export async function claimOf(
  staff: Staff,
  submissionId: number,
  now = new Date(),
): Promise<Result<Claim | null, Refusal>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const claim = await db().storyClaim.findUnique({ where: { submissionId } });
  if (!claim || claim.expiresAt <= now) return ok(null);
  const { staffId, claimedAt, expiresAt } = claim;
  return ok({ staffId, claimedAt, expiresAt, name: await nameOf(db(), staffId), atWork: isAtWork(claim, now) });
}

/** Whether a story is held by this person now; a decision on what is in review asks it. */
export async function isHeldBy(tx: Tx, submissionId: number, staffId: string): Promise<boolean> {
  return (await tx.storyClaim.count({ where: { submissionId, staffId } })) > 0;
}

async function audit(tx: Tx, staff: Staff, action: string, id: number, batch?: string): Promise<void> {
  const object = { kind: 'submission', id };
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action,
    object,
    ...(batch && { details: { batch } }),
  });
}

export { nextInQueue } from '@/lib/queue/queries';
export { noteViewer, viewersOf } from './viewers';
