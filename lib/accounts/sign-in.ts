import 'server-only';
import { clientAddress } from '@/lib/abuse/client-address';
import { db } from '@/lib/db';
import { settings } from '@/lib/env';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { Staff } from './access-rules';
import { cookiesOf, sentBack } from './cookies';
import { deviceCookie, deviceOf } from './devices';
import { checkPassword, endSession, findWaiting, type NewCookies, passWaiting, sessionCookieName } from './library';
import { countTry, forgiveTry, type Limited, type Visitor } from './limits';
import { acceptCode } from './one-time-codes';
import { isPasskeyShown } from './passkeys';
import { lockForWriting, recordAct } from './record';
import { mailAddress } from './schema';

export interface SignedIn {
  /** `code`: the second factor is still to be shown. */
  next: 'code' | 'desk';
  cookies: NewCookies;
}

/** Who tries, as the limits count it. @param email in small letters */
export function visitorOf(headers: Headers, email: string): Visitor {
  return { address: clientAddress(headers), device: deviceOf(cookiesOf(headers), email) };
}

/**
 * First step of signing in. A wrong password, an address that nobody has and a closed account get the same answer, and
 * cost the same.
 */
export async function signIn(
  headers: Headers,
  input: { email: string; password: string },
): Promise<Result<SignedIn, { code: 'wrong' } | Limited>> {
  const email = mailAddress(input.email);
  const visitor = visitorOf(headers, email);
  const counted = await countTry('password', email, visitor);
  if (!counted.ok) return counted;
  const checked = await checkPassword(headers, { email, password: input.password });
  if (checked === null) return fail({ code: 'wrong' });
  await forgiveTry('password', email, visitor);
  if (checked.waiting) return ok({ next: 'code', cookies: checked.cookies });
  const cookies = await welcome(email, checked.cookies);
  return ok({ next: 'desk', cookies });
}

/** Second step: the code from the phone, or a recovery code. `gone`: no sign-in waits any more, begin anew. */
export async function passSecondFactor(
  headers: Headers,
  typed: string,
): Promise<Result<SignedIn & { by: 'phone' | 'recovery' }, { code: 'wrong' | 'gone' } | Limited>> {
  const staffId = await findWaiting(headers);
  const waiting = staffId && (await db().staffUser.findUnique({ where: { id: staffId }, select: { email: true } }));
  if (!staffId || !waiting) return fail({ code: 'gone' });
  const visitor = visitorOf(headers, waiting.email);
  const counted = await countTry('code', staffId, visitor);
  if (!counted.ok) return counted;
  const accepted = await acceptCode(headers, staffId, typed, { waiting: true });
  if (accepted === null) return fail({ code: (await findWaiting(headers)) === null ? 'gone' : 'wrong' });
  await forgiveTry('code', staffId, visitor);
  await markFactor(accepted.cookies);
  const cookies = await welcome(waiting.email, accepted.cookies, accepted.by);
  return ok({ next: 'desk', by: accepted.by, cookies });
}

/** Shows the second factor again in a session: before what cannot be taken back. */
export async function showFactorAgain(
  headers: Headers,
  staff: Staff,
  typed: string,
): Promise<Result<null, { code: 'wrong' } | Limited>> {
  if (!staff.hasFactor) return fail({ code: 'wrong' });
  const visitor = visitorOf(headers, staff.email);
  const counted = await countTry('code', staff.id, visitor);
  if (!counted.ok) return counted;
  const accepted = await acceptCode(headers, staff.id, typed, { waiting: false });
  if (accepted === null) return fail({ code: 'wrong' });
  await forgiveTry('code', staff.id, visitor);
  await db().$transaction(async (tx) => {
    await tx.staffSession.updateMany({ where: { id: staff.sessionId }, data: { factorAt: new Date() } });
    await recordAct(tx, {
      action: accepted.by === 'recovery' ? 'staff.recoveryCodeUsed' : 'staff.factorShown',
      actor: staff,
      object: { kind: 'staff', id: staff.id },
    });
  });
  return ok(null);
}

/** Second step by a passkey. @param response what the browser made of `askForPasskey`, as JSON */
export async function passByPasskey(
  headers: Headers,
  response: string,
): Promise<Result<SignedIn, { code: 'passkeyWrong' | 'gone' } | Limited>> {
  const staffId = await findWaiting(headers);
  const waiting = staffId && (await db().staffUser.findUnique({ where: { id: staffId }, select: { email: true } }));
  if (!staffId || !waiting) return fail({ code: 'gone' });
  const visitor = visitorOf(headers, waiting.email);
  const counted = await countTry('code', staffId, visitor);
  if (!counted.ok) return counted;
  if (!(await isPasskeyShown({ purpose: 'signIn', staffId, sessionId: null }, response))) {
    return fail({ code: 'passkeyWrong' });
  }
  const accepted = await passWaiting(headers);
  if (accepted === null) return fail({ code: 'gone' });
  await forgiveTry('code', staffId, visitor);
  await markFactor(accepted);
  return ok({ next: 'desk', cookies: await welcome(waiting.email, accepted, 'passkey') });
}

/** Shows a passkey in a session that runs, where a code would do too. */
export async function showPasskeyAgain(
  headers: Headers,
  staff: Staff,
  response: string,
): Promise<Result<null, { code: 'passkeyWrong' } | Limited>> {
  const visitor = visitorOf(headers, staff.email);
  const counted = await countTry('code', staff.id, visitor);
  if (!counted.ok) return counted;
  const use = { purpose: 'again', staffId: staff.id, sessionId: staff.sessionId } as const;
  if (!staff.hasFactor || !(await isPasskeyShown(use, response))) return fail({ code: 'passkeyWrong' });
  await forgiveTry('code', staff.id, visitor);
  await db().$transaction(async (tx) => {
    await tx.staffSession.updateMany({ where: { id: staff.sessionId }, data: { factorAt: new Date() } });
    await recordAct(tx, {
      action: 'staff.factorShown',
      actor: staff,
      object: { kind: 'staff', id: staff.id },
      details: { by: 'passkey' },
    });
  });
  return ok(null);
}

/** Ends the session of the request. */
export async function signOut(headers: Headers, staff: Staff): Promise<NewCookies> {
  const cookies = await endSession(headers);
  await db().$transaction((tx) =>
    recordAct(tx, { action: 'staff.signOut', actor: staff, object: { kind: 'staff', id: staff.id } }),
  );
  return cookies;
}

/** Notes in the session that these cookies open that the second factor was shown. */
export async function markFactor(cookies: NewCookies): Promise<void> {
  const token = sessionToken(cookies);
  if (token) await db().staffSession.updateMany({ where: { token }, data: { factorAt: new Date() } });
}

/** The token of the session that was just made. */
export function sessionToken(cookies: NewCookies): string | null {
  const cookie = cookies.map(sentBack).find((sent) => sent?.name === sessionCookieName());
  return cookie ? (decodeURIComponent(cookie.value).split('.')[0] ?? null) : null;
}

/** What a whole sign-in leaves behind: a known device, an entry in the log, and nothing that is long over. */
async function welcome(email: string, cookies: NewCookies, by?: 'phone' | 'recovery' | 'passkey'): Promise<NewCookies> {
  const now = new Date();
  await db().$transaction(async (tx) => {
    await lockForWriting(tx);
    const { id } = await tx.staffUser.findUniqueOrThrow({ where: { email }, select: { id: true } });
    await recordAct(tx, {
      action: 'staff.signIn',
      actor: { kind: 'staff', id },
      object: { kind: 'staff', id },
      details: { by: by ?? 'password' },
    });
    await tx.staffSession.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.staffVerification.deleteMany({ where: { expiresAt: { lt: now } } });
  });
  return [...cookies, deviceCookie(email, settings().SITE_URL?.startsWith('https://') ?? false)];
}
