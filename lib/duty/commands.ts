import 'server-only';
import { authorise, type Refusal, type Staff, type StaffActor } from '@/lib/accounts/access-rules';
import { isRole, type Role, roleCan, seesOnlyThemes } from '@/lib/accounts/permissions';
import { recordAct } from '@/lib/accounts/record';
import { readThemes, writeThemes } from '@/lib/accounts/themes';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import { vocabularies } from '@/lib/taxonomies/queries';
import { type DutyFault, DutyInput, ThemesInput } from './schema';
import { dutyMark, plannedWeeks } from './weeks';

export type DutyError = Refusal | StorageTrouble | { code: DutyFault };

/**
 * Says who is on duty in a week and who stands in. Both have to be people who decide on stories. Needs the right `planDuty`.
 * Errors: `changed` when somebody planned the week since the page was opened.
 */
export async function setDuty(staff: Staff, wish: DutyInput, now = new Date()): Promise<Result<null, DutyError>> {
  const allowed = authorise(staff, 'planDuty', now);
  if (!allowed.ok) return allowed;
  const read = DutyInput.safeParse(wish);
  if (!read.success) return fail({ code: faultOf(read.error) });
  const { week, onDuty, deputy, seen } = read.data;
  if (!plannedWeeks(toDay(now)).includes(week)) return fail({ code: 'weekWrong' });
  return writing<null, DutyError>(async (tx) => {
    const before = await tx.dutyWeek.findUnique({ where: { week } });
    const mark = dutyMark({ onDutyId: onDuty, deputyId: deputy });
    const known = dutyMark(before ?? { onDutyId: null, deputyId: null });
    // The same again, from a form sent twice.
    if (known === mark) return ok(null);
    if (known !== seen) return fail({ code: 'changed' });
    for (const id of [onDuty, deputy]) {
      if (id !== null && !(await isOpen(tx, id, (role) => roleCan(role, 'approve'))))
        return fail({ code: 'personGone' });
    }
    const data = { onDutyId: onDuty, deputyId: deputy, setBy: staff.id, setAt: now };
    await tx.dutyWeek.upsert({ where: { week }, create: { week, ...data }, update: data });
    await recordAudit(tx, {
      ...{ actor: { kind: 'staff', id: staff.id }, action: 'duty.plan', object: { kind: 'duty', id: week } },
      details: { ...(onDuty && { to: onDuty }), ...(deputy && { second: deputy }) },
    });
    return ok(null);
  });
}

/**
 * Gives somebody who sees only themes the kinds of practice that they see; it counts from their next request on. What they
 * have in their hands stays theirs. Needs the right `planDuty`.
 */
export async function setThemes(
  actor: StaffActor,
  wish: ThemesInput,
  now = new Date(),
): Promise<Result<null, DutyError>> {
  const allowed = authorise(actor, 'planDuty', now);
  if (!allowed.ok) return allowed;
  const read = ThemesInput.safeParse(wish);
  if (!read.success) return fail({ code: faultOf(read.error) });
  const { person, all, themes, seen } = read.data;
  const vocab = vocabularies();
  if (themes.some((code) => vocab.term('practiceType', code) === undefined)) return fail({ code: 'themeUnknown' });
  return writing<null, DutyError>(async (tx) => {
    if (!(await isOpen(tx, person, seesOnlyThemes))) return fail({ code: 'personGone' });
    const wanted = writeThemes(all ? null : themes);
    const { themes: before } = await tx.staffUser.findUniqueOrThrow({
      where: { id: person },
      select: { themes: true },
    });
    if (before === wanted) return ok(null);
    if (before !== seen) return fail({ code: 'changed' });
    await tx.staffUser.update({
      where: { id: person },
      data: { themes: wanted, updatedAt: now },
      select: { id: true },
    });
    await recordAct(tx, {
      ...{ action: 'staff.themes', actor, object: { kind: 'staff', id: person } },
      details: { from: readThemes(before) ?? ['all'], to: readThemes(wanted) ?? ['all'] },
    });
    return ok(null);
  });
}

/** Takes somebody who leaves out of the weeks to come, in the transaction that closes the account. */
export async function leaveDuty(tx: Tx, staffId: string, now: Date): Promise<void> {
  const week = { gte: plannedWeeks(toDay(now))[0] };
  await tx.dutyWeek.updateMany({ where: { week, onDutyId: staffId }, data: { onDutyId: null } });
  await tx.dutyWeek.updateMany({ where: { week, deputyId: staffId }, data: { deputyId: null } });
}

/** After two kinds of practice became one, whoever had either sees the stories of both, the older ones too. */
export async function joinThemes(tx: Tx, from: string, into: string): Promise<void> {
  for (const { id, themes: stored } of await tx.staffUser.findMany({ select: { id: true, themes: true } })) {
    const themes = readThemes(stored);
    if (themes === null || !(themes.includes(from) || themes.includes(into))) continue;
    await tx.staffUser.update({
      where: { id },
      data: { themes: writeThemes([...themes, from, into]) },
      select: { id: true },
    });
  }
}

async function isOpen(tx: Tx, id: string, fits: (role: Role) => boolean): Promise<boolean> {
  const person = await tx.staffUser.findUnique({ where: { id }, select: { role: true, closedAt: true } });
  return person !== null && person.closedAt === null && isRole(person.role) && fits(person.role);
}

function faultOf(error: { issues: readonly { message: string }[] }): DutyFault {
  const message = error.issues[0]?.message;
  return message === 'samePerson' || message === 'themeUnknown' ? message : 'weekWrong';
}
