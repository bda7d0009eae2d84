import 'server-only';
import { isIPv6 } from 'node:net';
import { db } from '@/lib/db';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { Staff } from './access-rules';
import { isOwnPassword } from './library';
import { countTry, forgiveTry, type Limited } from './limits';
import { type PasswordFault, passwordFault } from './password-rules';
import { hashPassword } from './passwords';
import { recordAct } from './record';
import { ProfileInput } from './schema';
import { visitorOf } from './sign-in';
import { queueStaffMail } from './staff-mail';

/** A session of one's own. */
export interface OwnSession {
  id: string;
  isThis: boolean;
  createdAt: Date;
  seenAt: Date;
  address: string | null;
  userAgent: string | null;
}

/** Name and language. */
export async function saveProfile(
  staff: Staff,
  input: { name: unknown; locale: unknown },
): Promise<Result<ProfileInput, { code: 'nameWrong' | 'localeWrong' }>> {
  const parsed = ProfileInput.safeParse(input);
  if (!parsed.success) {
    return fail({ code: parsed.error.issues[0]?.path[0] === 'name' ? 'nameWrong' : 'localeWrong' });
  }
  await db().staffUser.update({ where: { id: staff.id }, data: { ...parsed.data, updatedAt: new Date() } });
  return ok(parsed.data);
}

/** Another password; all other sessions end. */
export async function changePassword(
  headers: Headers,
  staff: Staff,
  { current, password }: { current: string; password: string },
): Promise<Result<null, { code: 'wrong' | PasswordFault } | Limited>> {
  const visitor = visitorOf(headers, staff.email);
  const counted = await countTry('password', staff.email, visitor);
  if (!counted.ok) return counted;
  if (!(await isOwnPassword(headers, current))) return fail({ code: 'wrong' });
  await forgiveTry('password', staff.email, visitor);
  const fault = passwordFault(password, staff);
  if (fault) return fail({ code: fault });
  const hashed = await hashPassword(password);
  await db().$transaction(async (tx) => {
    await tx.staffAccount.updateMany({
      where: { userId: staff.id, providerId: 'credential' },
      data: { password: hashed, updatedAt: new Date() },
    });
    await tx.staffSession.deleteMany({ where: { userId: staff.id, id: { not: staff.sessionId } } });
    await tx.staffVerification.deleteMany({ where: { value: staff.id } });
    await recordAct(tx, { action: 'staff.password', actor: staff, object: { kind: 'staff', id: staff.id } });
    await queueStaffMail(tx, {
      template: 'staffPassword',
      locale: staff.locale,
      to: staff.email,
      values: { name: staff.name },
    });
  });
  return ok(null);
}

/** One's own sessions that run, this one first. */
export async function listOwnSessions(staff: Staff, now = new Date()): Promise<OwnSession[]> {
  const rows = await db().staffSession.findMany({
    where: { userId: staff.id, expiresAt: { gt: now } },
    select: { id: true, createdAt: true, updatedAt: true, ipAddress: true, userAgent: true },
    orderBy: { updatedAt: 'desc' },
  });
  return rows
    .map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
      id,
      isThis: id === staff.sessionId,
      createdAt,
      seenAt: updatedAt,
      address: ipAddress ? networkText(ipAddress) : null,
      userAgent: userAgent || null,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Ends one other session of one's own, or all others. Somebody else's is none of one's own. */
export async function endOwnSessions(staff: Staff, which: { id: string } | 'others'): Promise<number> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.staffSession.deleteMany({
      where: { userId: staff.id, id: which === 'others' ? { not: staff.sessionId } : which.id },
    });
    if (count > 0) {
      await recordAct(tx, {
        action: 'staff.sessionEnd',
        actor: staff,
        object: { kind: 'staff', id: staff.id },
        details: { count },
      });
    }
    return count;
  });
}

/** An address as people write it; of one of IPv6 the library keeps the network alone. */
function networkText(address: string): string {
  if (!isIPv6(address)) return address;
  return `${new URL(`http://[${address}]`).hostname.slice(1, -1)}/64`;
}
