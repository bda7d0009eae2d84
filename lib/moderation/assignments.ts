import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { isRole, roleCan } from '@/lib/accounts/permissions';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { appendEvent } from '@/lib/submissions/events';
import { isAtWork } from './lease-times';
import { endLease, storyLink, tellStaff } from './leases';
import { actorOf } from './staff-rights';

export type AssignError =
  | Refusal
  | StorageTrouble
  | { code: 'notFound' }
  /** There is no such colleague, or they may take no story. */
  | { code: 'personGone' }
  /** Whoever has the story was at work on it within five minutes; `evenNow` takes it from them all the same. */
  | { code: 'atWork' };

interface Handing {
  submissionId: number;
  /** Take it away also from somebody who is at work on it. */
  evenNow?: boolean;
  /** Id of the bulk act that this belongs to. */
  batch?: string;
  now?: Date;
}

/**
 * Gives a story to somebody: it comes first in their queue, they are told by mail, and volunteers leave it to them. Whoever
 * else has it loses it and is told (E21). Needs the right `assign`.
 */
export function assignStory(staff: Staff, wish: Handing & { to: string }): Promise<Result<null, AssignError>> {
  return writing<null, AssignError>((tx) => assignIn(tx, staff, wish));
}

/** The same inside a transaction that is open. */
export async function assignIn(
  tx: Tx,
  staff: Staff,
  { to, submissionId, evenNow = false, batch, now = new Date() }: Handing & { to: string },
): Promise<Result<null, AssignError>> {
  const allowed = authorise(staff, 'assign', now);
  if (!allowed.ok) return allowed;
  const person = await tx.staffUser.findUnique({ where: { id: to }, select: { role: true, closedAt: true } });
  if (!person || person.closedAt !== null || !isRole(person.role) || !roleCan(person.role, 'claim')) {
    return fail({ code: 'personGone' });
  }
  const taken = await takeFromHolder(tx, { submissionId, keep: to, evenNow, now });
  if (!taken.ok) return taken;
  const given = { staffId: to, assignedBy: staff.id, at: now };
  await tx.storyAssignment.upsert({
    where: { submissionId },
    create: { submissionId, ...given },
    update: given,
    select: { at: true },
  });
  await note(tx, staff, 'assign', { submissionId, batch, now, to });
  if (to !== staff.id) {
    const { reference, title } = taken.value;
    await tellStaff(tx, to, (name, locale) => ({
      template: 'staffAssigned',
      values: { name, by: staff.name, reference, title: title ?? reference, link: storyLink(locale, reference) },
    }));
  }
  return ok(null);
}

/** Takes a story away from whoever has it or was given it: it is everybody's again. Needs the right `assign`. */
export function unassignStory(staff: Staff, wish: Handing): Promise<Result<null, AssignError>> {
  return writing<null, AssignError>((tx) => unassignIn(tx, staff, wish));
}

/** The same inside a transaction that is open. */
export async function unassignIn(
  tx: Tx,
  staff: Staff,
  { submissionId, evenNow = false, batch, now = new Date() }: Handing,
): Promise<Result<null, AssignError>> {
  const allowed = authorise(staff, 'assign', now);
  if (!allowed.ok) return allowed;
  const taken = await takeFromHolder(tx, { submissionId, keep: null, evenNow, now });
  if (!taken.ok) return taken;
  await tx.storyAssignment.deleteMany({ where: { submissionId } });
  await note(tx, staff, 'unassign', { submissionId, batch, now });
  return ok(null);
}

async function takeFromHolder(
  tx: Tx,
  { submissionId, keep, evenNow, now }: { submissionId: number; keep: string | null; evenNow: boolean; now: Date },
): Promise<Result<{ reference: string; title: string | null }, AssignError>> {
  const story = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { reference: true, title: true, state: true },
  });
  if (!story || story.state === 'erased') return fail({ code: 'notFound' });
  const claim = await tx.storyClaim.findUnique({ where: { submissionId } });
  if (!claim || claim.staffId === keep) return ok(story);
  if (isAtWork(claim, now) && !evenNow) return fail({ code: 'atWork' });
  await endLease(tx, claim, 'taken', now);
  return ok(story);
}

async function note(
  tx: Tx,
  staff: Staff,
  kind: 'assign' | 'unassign',
  { submissionId, batch, now, to }: { submissionId: number; batch: string | undefined; now: Date; to?: string },
): Promise<void> {
  await appendEvent(tx, { submissionId, kind, actor: actorOf(staff), now });
  await refreshStoryInQueue(tx, submissionId);
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: `submission.${kind}`,
    object: { kind: 'submission', id: submissionId },
    details: { ...(to && { to }), ...(batch && { batch }) },
  });
}
