import type { Staff } from '@/lib/accounts/access-rules';
import { roleCan } from '@/lib/accounts/permissions';
import type { Actor, Role } from './rules';

/** A member of staff, as the state machine knows them. */
export type StaffMove = Extract<Actor, { kind: 'staff' }>;

/**
 * The actor of a step that a member of staff makes. The table of rights decides which posts of the state machine a role
 * fills: whoever may approve acts as a moderator, whoever may recommend as a volunteer.
 */
export function toActor({ id, role }: Pick<Staff, 'id' | 'role'>): StaffMove {
  const roles = new Set<Role>([role]);
  if (roleCan(role, 'recommend')) roles.add('volunteer');
  if (roleCan(role, 'approve')) roles.add('moderator');
  if (roleCan(role, 'secondDecision')) roles.add('coordinator');
  return { kind: 'staff', id, roles: [...roles] };
}
