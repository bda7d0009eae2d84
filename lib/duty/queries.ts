import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { isRole, roleCan, seesOnlyThemes } from '@/lib/accounts/permissions';
import { readThemes } from '@/lib/accounts/themes';
import { db } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { ok, type Result } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import { dutyMark, plannedWeeks, weekOf } from './weeks';

interface Person {
  id: string;
  name: string;
}

export interface DutyPlan {
  weeks: { week: string; onDuty: Person | null; deputy: Person | null; seen: string }[];
  /** Who can be on duty: whoever decides on stories. */
  candidates: Person[];
  /** Who sees only themes, with theirs (null: all) as `stored`; for who may not plan only oneself. */
  volunteers: (Person & { themes: readonly string[] | null; stored: string })[];
}

/** The weeks that are planned, and who sees which themes. Needs the right `readQueue`; to change it takes `planDuty`. */
export async function findDutyPlan(staff: Staff, now = new Date()): Promise<Result<DutyPlan, Refusal>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const mayPlan = authorise(staff, 'planDuty', now).ok;
  const people = await db().staffUser.findMany({
    where: { closedAt: null },
    select: { id: true, name: true, role: true, themes: true },
  });
  const order = new Intl.Collator('sr-Latn');
  people.sort((a, b) => order.compare(a.name, b.name));
  const candidates = people
    .filter(({ role }) => isRole(role) && roleCan(role, 'approve'))
    .map(({ id, name }) => ({ id, name }));
  const nameOf = (id: string | null | undefined) => candidates.find((person) => person.id === id) ?? null;
  const weeks = plannedWeeks(toDay(now));
  const planned = await db().dutyWeek.findMany({ where: { week: { in: weeks } } });
  return ok({
    weeks: weeks.map((week) => {
      const known = planned.find((one) => one.week === week);
      return {
        ...{ week, onDuty: nameOf(known?.onDutyId), deputy: nameOf(known?.deputyId) },
        seen: dutyMark(known ?? { onDutyId: null, deputyId: null }),
      };
    }),
    candidates,
    volunteers: people
      .filter(({ id, role }) => isRole(role) && seesOnlyThemes(role) && (mayPlan || id === staff.id))
      .map(({ id, name, themes }) => ({ id, name, themes: readThemes(themes), stored: themes })),
  });
}

/** Ids of who is on duty this week and who stands in; null where nobody was named. */
export async function dutyOfWeek(now = new Date()): Promise<{ onDutyId: string | null; deputyId: string | null }> {
  const row = (await rows(db())).find('DutyWeek', { week: weekOf(toDay(now)) }, ['onDutyId', 'deputyId']);
  return row ?? { onDutyId: null, deputyId: null };
}

/** The themes of an account as they are stored, for who changes them next; empty when there is no such account. */
export async function storedThemes(staffId: string): Promise<string> {
  const row = await db().staffUser.findUnique({ where: { id: staffId }, select: { themes: true } });
  return row?.themes ?? '';
}
