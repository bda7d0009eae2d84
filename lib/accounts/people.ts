import 'server-only';
import { db, type Tx } from '@/lib/db';
import { fail, ok, type Result } from '@/lib/shared/result';
import { authorise, type Refusal, type StaffActor } from './access-rules';
import { removeFactor } from './factor';
import { isRole, type Role } from './permissions';
import { lockForWriting, recordAct } from './record';
import { mailAddress } from './schema';
import { queueStaffMail } from './staff-mail';

/** A member of staff, as an administrator sees them. */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  hasFactor: boolean;
  createdAt: Date;
  closedAt: Date | null;
  /** When they were last seen in a session that still runs; null when there is none. */
  seenAt: Date | null;
}

export type PeopleError = Refusal | { code: 'unknown' | 'lastAdmin' | 'roleWrong' | 'noFactor' };

/** What else happens when somebody leaves, in the same transaction: their work goes back to the pool. */
export type OnClosed = (tx: Tx, staffId: string) => Promise<void>;

/** Everybody, the open accounts first, by name. */
export async function listPeople(actor: StaffActor, now = new Date()): Promise<Result<Person[], Refusal>> {
  const allowed = authorise(actor, 'managePeople', now);
  if (!allowed.ok) return allowed;
  const rows = await db().staffUser.findMany({
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      twoFactorEnabled: true,
      createdAt: true,
      closedAt: true,
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
    },
  });
  const people = rows.flatMap(({ role, twoFactorEnabled, sessions, ...row }) =>
    isRole(role)
      ? [{ ...row, role, hasFactor: twoFactorEnabled === true, seenAt: sessions[0]?.updatedAt ?? null }]
      : [],
  );
  const order = new Intl.Collator('sr-Latn');
  return ok(
    people.sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null) || order.compare(a.name, b.name)),
  );
}

/** Gives somebody another role; it counts from their next request on. */
export function changeRole(actor: StaffActor, who: Who, role: string): Promise<Result<null, PeopleError>> {
  return change<PeopleError>(actor, who, async (tx, person) => {
    if (!isRole(role)) return fail({ code: 'roleWrong' as const });
    if (role === person.role) return ok(null);
    if (person.role === 'admin' && (await isLastAdmin(tx, person.id))) return fail({ code: 'lastAdmin' as const });
    await tx.staffUser.update({ where: { id: person.id }, data: { role, updatedAt: new Date() } });
    await recordAct(tx, {
      action: 'staff.role',
      actor,
      object: { kind: 'staff', id: person.id },
      details: { from: person.role, to: role },
    });
    return ok(null);
  });
}

/**
 * Closes an account at once: sessions, password, second factor, links that wait and invitations all end, and the work goes
 * back. The name stays, because history names it.
 */
export function closeStaff(actor: StaffActor, who: Who, onClosed: OnClosed): Promise<Result<null, PeopleError>> {
  return change<PeopleError>(actor, who, async (tx, person) => {
    if (person.role === 'admin' && (await isLastAdmin(tx, person.id))) return fail({ code: 'lastAdmin' as const });
    const now = new Date();
    await removeFactor(tx, person.id);
    await tx.staffSession.deleteMany({ where: { userId: person.id } });
    await tx.staffAccount.deleteMany({ where: { userId: person.id } });
    await tx.staffVerification.deleteMany({ where: { value: person.id } });
    await tx.staffInvitation.updateMany({
      where: { OR: [{ email: person.email }, { invitedBy: person.id }], acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    await tx.staffUser.update({ where: { id: person.id }, data: { closedAt: now, updatedAt: now } });
    await onClosed(tx, person.id);
    await recordAct(tx, { action: 'staff.close', actor, object: { kind: 'staff', id: person.id } });
    return ok(null);
  });
}

/** Takes a lost second factor away; the person signs in with the password and sets up a new one. All sessions end. */
export function resetFactor(actor: StaffActor, who: Who): Promise<Result<null, PeopleError>> {
  return change<PeopleError>(actor, who, async (tx, person) => {
    if (!person.twoFactorEnabled) return fail({ code: 'noFactor' as const });
    await removeFactor(tx, person.id);
    await tx.staffSession.deleteMany({ where: { userId: person.id } });
    await tx.staffVerification.deleteMany({ where: { value: person.id } });
    await queueStaffMail(tx, {
      template: 'staffFactorGone',
      locale: person.locale,
      to: person.email,
      values: { name: person.name },
    });
    await recordAct(tx, { action: 'staff.factorReset', actor, object: { kind: 'staff', id: person.id } });
    return ok(null);
  });
}

/** A member of staff by id (pages) or by mail address (command line). */
export type Who = { id: string } | { email: string };

interface OpenPerson {
  id: string;
  email: string;
  name: string;
  role: string;
  locale: string;
  twoFactorEnabled: boolean | null;
}

/** Checks the right, finds an open account and changes it, in one transaction. */
async function change<E>(
  actor: StaffActor,
  who: Who,
  work: (tx: Tx, person: OpenPerson) => Promise<Result<null, E>>,
): Promise<Result<null, E | Refusal | { code: 'unknown' }>> {
  const allowed = authorise(actor, 'managePeople', new Date());
  if (!allowed.ok) return allowed;
  return db().$transaction(async (tx) => {
    await lockForWriting(tx);
    const person = await tx.staffUser.findUnique({
      where: 'id' in who ? { id: who.id } : { email: mailAddress(who.email) },
      select: { id: true, email: true, name: true, role: true, locale: true, twoFactorEnabled: true, closedAt: true },
    });
    if (!person || person.closedAt !== null) return fail({ code: 'unknown' as const });
    return work(tx, person);
  });
}

async function isLastAdmin(tx: Tx, id: string): Promise<boolean> {
  return (await tx.staffUser.count({ where: { role: 'admin', closedAt: null, id: { not: id } } })) === 0;
}
