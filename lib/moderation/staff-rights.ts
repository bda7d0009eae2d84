import type { Staff } from '@/lib/accounts/access-rules';
import type { Action } from '@/lib/accounts/permissions';
import type { Actor, Transition } from './rules';

/**
 * Decisions of staff, each with the right that it takes; taking a story and giving it back are in claims.ts. Together with the state machine this is who may do what: the
 * right says who at all, the machine says when (`lib/moderation/rules`). A test holds both against each other.
 */
export const RIGHTS = {
  confirm_for: 'enterStory',
  recommend: 'recommend',
  request_changes: 'askForChanges',
  approve: 'approve',
  publish: 'publish',
  schedule: 'schedule',
  unschedule: 'schedule',
  // Proposing it; whoever agrees needs `secondDecision`.
  reject: 'reject',
  merge: 'merge',
  mark_spam: 'markSpam',
  not_spam: 'markSpam',
  accept_edit: 'approve',
  decline_edit: 'approve',
  hide: 'hide',
  unpublish: 'unpublish',
  republish: 'publish',
  uphold: 'decideAppeal',
  overturn: 'decideAppeal',
} as const satisfies Partial<Record<Transition, Action>>;

export type StaffTransition = keyof typeof RIGHTS;

export const STAFF_TRANSITIONS = Object.keys(RIGHTS) as StaffTransition[];

export function isStaffTransition(name: string): name is StaffTransition {
  return Object.hasOwn(RIGHTS, name);
}

/** A member of staff as the state machine knows people. */
export function actorOf(staff: Pick<Staff, 'id' | 'role'>, claimedBy: string | null = null): Actor & { kind: 'staff' } {
  return { kind: 'staff', id: staff.id, roles: [staff.role], claimedBy };
}
