import 'server-only';
import { isRole, type Role, roleCan } from '@/lib/accounts/permissions';
import { db } from '@/lib/db';

/** Somebody of the desk, with what their queue depends on. */
export interface Recipient {
  id: string;
  role: Role;
}

/** Everybody with an open account. */
export async function openStaff(): Promise<Recipient[]> {
  const people = await db().staffUser.findMany({
    where: { closedAt: null },
    select: { id: true, role: true },
    orderBy: { id: 'asc' },
  });
  return people.flatMap(({ id, role }) => (isRole(role) ? [{ id, role }] : []));
}

/** Ids of the coordinators; where there is none, of the administrators. */
export async function coordinators(): Promise<string[]> {
  const people = await openStaff();
  const own = people.filter(({ role }) => role === 'coordinator');
  return (own.length > 0 ? own : people.filter(({ role }) => role === 'admin')).map(({ id }) => id);
}

/** Ids of those who give stories to others: the deputies of whoever is on duty. */
export async function deputies(): Promise<string[]> {
  return (await openStaff()).filter(({ role }) => roleCan(role, 'assign')).map(({ id }) => id);
}
