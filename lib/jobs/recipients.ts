import 'server-only';
import { isRole, type Role, roleCan } from '@/lib/accounts/permissions';
import { readThemes } from '@/lib/accounts/themes';
import { db } from '@/lib/db';
import { weekOf } from '@/lib/duty/weeks';
import { toDay } from '@/lib/submissions/calendar';

/** Somebody of the desk, with what their queue depends on. */
export interface Recipient {
  id: string;
  role: Role;
  /** Kinds of practice that they were given; null is all. */
  themes: readonly string[] | null;
}

/** Everybody with an open account. */
export async function openStaff(): Promise<Recipient[]> {
  const people = await db().staffUser.findMany({
    where: { closedAt: null },
    select: { id: true, role: true, themes: true },
    orderBy: { id: 'asc' },
  });
  return people.flatMap(({ id, role, themes }) => (isRole(role) ? [{ id, role, themes: readThemes(themes) }] : []));
}

/** Ids of the coordinators; where there is none, of the administrators. */
export async function coordinators(): Promise<string[]> {
  const people = await openStaff();
  const own = people.filter(({ role }) => role === 'coordinator');
  return (own.length > 0 ? own : people.filter(({ role }) => role === 'admin')).map(({ id }) => id);
}

/**
 * Ids of who is told of what became late: the deputy of the week (docs/desk-queue.md); where nobody was named, or they may no
 * longer give stories to others, everybody who may.
 */
export async function deputies(now: Date): Promise<string[]> {
  const people = (await openStaff()).filter(({ role }) => roleCan(role, 'assign'));
  const deputy = (await db().dutyWeek.findUnique({ where: { week: weekOf(toDay(now)) } }))?.deputyId;
  const named = people.filter(({ id }) => id === deputy);
  return (named.length > 0 ? named : people).map(({ id }) => id);
}
