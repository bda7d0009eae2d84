import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { isRole, roleCan } from '@/lib/accounts/permissions';
import { db } from '@/lib/db';
import { ok, type Result } from '@/lib/shared/result';

/** Somebody of the desk, by name. */
export interface Colleague {
  id: string;
  name: string;
}

/** Who can have stories, in the order of the names. Needs the right `readQueue`. */
export async function listColleagues(staff: Staff, now = new Date()): Promise<Result<Colleague[], Refusal>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const people = await db().staffUser.findMany({
    where: { closedAt: null },
    select: { id: true, name: true, role: true },
  });
  const order = new Intl.Collator('sr-Latn');
  return ok(
    people
      .filter(({ role }) => isRole(role) && roleCan(role, 'claim'))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => order.compare(a.name, b.name)),
  );
}
