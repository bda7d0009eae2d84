import 'server-only';
import { db, type Tx } from '@/lib/db';
import { fail, ok, type Result } from '@/lib/shared/result';
import { isFresh, type Staff } from './access-rules';
import { toBase32 } from './base32';
import { makeTotpSecret, type NewCookies, readTotpSecret } from './library';
import { countTry, forgiveTry, type Limited } from './limits';
import { acceptCode } from './one-time-codes';
import { needsFactor } from './permissions';
import { recordAct } from './record';
import { countCodes, newRecoveryCodes, storedCodes } from './recovery-codes';
import { markFactor, sessionToken, visitorOf } from './sign-in';
import { queueStaffMail } from './staff-mail';

const ISSUER = 'Solidarna mapa';

/** What an app for codes needs to know. */
export interface PendingFactor {
  /** otpauth:// address, for the QR picture. */
  uri: string;
  /** The secret in groups of four, to be typed where nothing can be scanned. */
  secret: string;
}

/**
 * Begins to set up the second factor: makes a secret that does nothing until a code of it was shown.
 * @returns `already` when there is a factor that works; it has to be dropped first
 */
export async function startFactor(
  headers: Headers,
  staff: Staff,
  password: string,
): Promise<Result<null, { code: 'wrong' | 'already' } | Limited>> {
  if (staff.hasFactor) return fail({ code: 'already' });
  const visitor = visitorOf(headers, staff.email);
  const counted = await countTry('password', staff.email, visitor);
  if (!counted.ok) return counted;
  if (!(await makeTotpSecret(headers, password))) return fail({ code: 'wrong' });
  await forgiveTry('password', staff.email, visitor);
  return ok(null);
}

/** The factor that is being set up; null when none is, or when it works already: then nobody sees its secret again. */
export async function findPendingFactor(staff: Staff): Promise<PendingFactor | null> {
  const row = await db().staffTwoFactor.findFirst({
    where: { userId: staff.id, verified: false },
    select: { secret: true },
  });
  if (!row || staff.hasFactor) return null;
  const secret = toBase32(Buffer.from(await readTotpSecret(row.secret)));
  const query = new URLSearchParams({ secret, issuer: ISSUER, digits: '6', period: '30' });
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(staff.email)}`;
  return {
    uri: `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`,
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
  };
}

/** Ends the set-up with a first code. All other sessions end; the recovery codes are given this once. */
export async function finishFactor(
  headers: Headers,
  staff: Staff,
  typed: string,
): Promise<Result<{ cookies: NewCookies; recoveryCodes: string[] }, { code: 'wrong' | 'gone' } | Limited>> {
  if ((await findPendingFactor(staff)) === null) return fail({ code: 'gone' });
  const visitor = visitorOf(headers, staff.email);
  const counted = await countTry('code', staff.id, visitor);
  if (!counted.ok) return counted;
  const accepted = await acceptCode(headers, staff.id, typed, { waiting: false });
  if (accepted === null || accepted.by !== 'phone') return fail({ code: 'wrong' });
  await forgiveTry('code', staff.id, visitor);
  await markFactor(accepted.cookies);
  const token = sessionToken(accepted.cookies) ?? '';
  const recoveryCodes = newRecoveryCodes();
  await db().$transaction(async (tx) => {
    await tx.staffSession.deleteMany({ where: { userId: staff.id, token: { not: token } } });
    await saveCodes(tx, staff.id, recoveryCodes);
    await recordAct(tx, { action: 'staff.factorSet', actor: staff, object: { kind: 'staff', id: staff.id } });
  });
  return ok({ cookies: accepted.cookies, recoveryCodes });
}

/** New recovery codes in place of the old ones; the session has to have shown the factor just now. */
export async function renewRecoveryCodes(staff: Staff): Promise<Result<string[], { code: 'showFactor' }>> {
  if (!staff.hasFactor || !isFresh(staff, new Date())) return fail({ code: 'showFactor' });
  const codes = newRecoveryCodes();
  await db().$transaction(async (tx) => {
    await saveCodes(tx, staff.id, codes);
    await recordAct(tx, { action: 'staff.recoveryCodes', actor: staff, object: { kind: 'staff', id: staff.id } });
  });
  return ok(codes);
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(staff: Staff): Promise<number> {
  const row = await db().staffTwoFactor.findFirst({
    where: { userId: staff.id, verified: true },
    select: { backupCodes: true },
  });
  return row ? countCodes(row.backupCodes) : 0;
}

/**
 * Takes the second factor away from one's own account: to set up another phone, or (volunteers only) to do without. Other
 * roles can do nothing at the desk until the new one is set up.
 */
export async function dropFactor(staff: Staff): Promise<Result<{ mustSetUp: boolean }, { code: 'showFactor' }>> {
  if (!staff.hasFactor || !isFresh(staff, new Date())) return fail({ code: 'showFactor' });
  await db().$transaction(async (tx) => {
    await removeFactor(tx, staff.id);
    await tx.staffSession.updateMany({ where: { id: staff.sessionId }, data: { factorAt: null } });
    await tx.staffSession.deleteMany({ where: { userId: staff.id, id: { not: staff.sessionId } } });
    await recordAct(tx, { action: 'staff.factorDrop', actor: staff, object: { kind: 'staff', id: staff.id } });
    await queueStaffMail(tx, {
      template: 'staffFactorGone',
      locale: staff.locale,
      to: staff.email,
      values: { name: staff.name },
    });
  });
  return ok({ mustSetUp: needsFactor(staff.role) });
}

/** The factor of an account and everything that hangs on it. */
export async function removeFactor(tx: Tx, staffId: string): Promise<void> {
  await tx.staffTwoFactor.deleteMany({ where: { userId: staffId } });
  // A lost phone may hold a passkey too.
  await tx.staffPasskey.deleteMany({ where: { staffId } });
  await tx.staffUser.update({ where: { id: staffId }, data: { twoFactorEnabled: false } });
}

async function saveCodes(tx: Tx, staffId: string, codes: readonly string[]): Promise<void> {
  await tx.staffTwoFactor.updateMany({
    where: { userId: staffId },
    data: { backupCodes: storedCodes(staffId, codes) },
  });
}
