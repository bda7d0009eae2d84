import 'server-only';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { db, type Prisma, type Tx } from '@/lib/db';
import { fail, ok, type Result } from '@/lib/shared/result';
import { isFresh, type Staff } from './access-rules';
import { hmac } from './key';
import { isClaimed } from './one-time-codes';
import { isChallengeFor, makeChallenge, type PasskeyUse, passkeyPlace } from './passkey-challenge';
import { lockForWriting, recordAct } from './record';
import { queueStaffMail } from './staff-mail';

/**
 * Passkeys and security keys: a second factor beside the codes of an app. The one module that knows @simplewebauthn.
 * An account has the codes first, and with them the recovery codes; whoever loses everything is helped in one way only.
 */

/** A passkey as its owner sees it. */
export interface Passkey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export const PASSKEY_NAME = { max: 60 } as const;
/** More than anybody carries; a bound all the same. */
const MOST = 10;

export type PasskeyError =
  /** The session has to show a factor first. */
  | { code: 'showFactor' }
  /** What the browser sent proves nothing: made up, of another site, or shown before. */
  | { code: 'passkeyWrong' }
  | { code: 'passkeyNameWrong' | 'passkeyMany' | 'passkeyKnown' };

/** One's own passkeys, oldest first. */
export function listPasskeys(staff: Staff): Promise<Passkey[]> {
  return db().staffPasskey.findMany({
    where: { staffId: staff.id },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: 'asc' },
  });
}

/**
 * What the browser needs to make a new passkey.
 * @returns null where none can be made: the factor was not shown just now, there are enough, or the site is not on https
 */
export async function offerNewPasskey(
  staff: Staff,
  now = new Date(),
): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const place = passkeyPlace();
  if (!place || !staff.hasFactor || !isFresh(staff, now)) return null;
  const known = await credentialsOf(staff.id);
  if (known.length >= MOST) return null;
  return generateRegistrationOptions({
    rpName: 'Solidarna mapa',
    rpID: place.rpID,
    userName: staff.email,
    userDisplayName: staff.name,
    // Stays on the key: it must not tell who somebody is.
    userID: Uint8Array.from(Buffer.from(hmac('passkey-user', staff.id), 'hex')),
    challenge: makeChallenge(bySession(staff, 'add'), now),
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  });
}

/** Keeps a new passkey. @param response what the browser made of `offerNewPasskey`, as JSON */
export async function addPasskey(
  staff: Staff,
  { name, response }: { name: string; response: string },
  now = new Date(),
): Promise<Result<null, PasskeyError>> {
  if (!staff.hasFactor || !isFresh(staff, now)) return fail({ code: 'showFactor' });
  const called = name.trim();
  if (called === '' || called.length > PASSKEY_NAME.max) return fail({ code: 'passkeyNameWrong' });
  const made = await verifyNew(staff, response, now);
  if (!made) return fail({ code: 'passkeyWrong' });
  const { id, publicKey, counter, transports } = made;
  return db().$transaction(async (tx) => {
    await lockForWriting(tx);
    if ((await tx.staffPasskey.count({ where: { staffId: staff.id } })) >= MOST) return fail({ code: 'passkeyMany' });
    if (await tx.staffPasskey.findUnique({ where: { id }, select: { id: true } }))
      return fail({ code: 'passkeyKnown' });
    await tx.staffPasskey.create({
      data: {
        ...{ id, staffId: staff.id, name: called, counter, createdAt: now },
        publicKey: Uint8Array.from(publicKey),
        transports: JSON.stringify(transports ?? []),
      },
    });
    await recordAct(tx, { action: 'staff.passkeyAdd', actor: staff, object: { kind: 'staff', id: staff.id } });
    await tellOwner(tx, staff, called, 'added');
    return ok(null);
  });
}

/** Whoever has the session of somebody else must not add a way in that its owner never hears of. */
function tellOwner(tx: Tx, { locale, email, name }: Staff, key: string, change: 'added' | 'removed'): Promise<void> {
  return queueStaffMail(tx, { template: 'staffPasskey', locale, to: email, values: { name, key, change } });
}

async function verifyNew(staff: Staff, response: string, now: Date) {
  const place = passkeyPlace();
  const parsed = parse<RegistrationResponseJSON>(response);
  if (!place || !parsed) return null;
  const verified = await orNull(() =>
    verifyRegistrationResponse({
      response: parsed,
      expectedChallenge: (challenge) => spend(challenge, bySession(staff, 'add'), now),
      expectedOrigin: place.origin,
      expectedRPID: place.rpID,
      requireUserVerification: false,
    }),
  );
  return verified?.verified ? verified.registrationInfo.credential : null;
}

/** Takes one of one's own passkeys away; somebody else's is none of one's own. */
export async function removePasskey(
  staff: Staff,
  id: string,
  now = new Date(),
): Promise<Result<null, { code: 'showFactor' | 'unknown' }>> {
  if (!isFresh(staff, now)) return fail({ code: 'showFactor' });
  return db().$transaction(async (tx) => {
    await lockForWriting(tx);
    const key = await tx.staffPasskey.findFirst({ where: { id, staffId: staff.id }, select: { name: true } });
    if (!key) return fail({ code: 'unknown' });
    await tx.staffPasskey.deleteMany({ where: { id, staffId: staff.id } });
    await tellOwner(tx, staff, key.name, 'removed');
    await recordAct(tx, { action: 'staff.passkeyRemove', actor: staff, object: { kind: 'staff', id: staff.id } });
    return ok(null);
  });
}

/** What the browser needs to show a passkey; null when the account has none, or the site is not on https. */
export async function askForPasskey(
  use: PasskeyUse,
  now = new Date(),
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const place = passkeyPlace();
  const known = place ? await credentialsOf(use.staffId) : [];
  if (!place || known.length === 0) return null;
  return generateAuthenticationOptions({
    rpID: place.rpID,
    allowCredentials: known,
    challenge: makeChallenge(use, now),
    userVerification: 'preferred',
  });
}

/** Whether what the browser sent shows a passkey of this account, for this use, for the first time. */
export async function isPasskeyShown(use: PasskeyUse, response: string, now = new Date()): Promise<boolean> {
  const place = passkeyPlace();
  const parsed = parse<AuthenticationResponseJSON>(response);
  const known = parsed && (await db().staffPasskey.findFirst({ where: { id: parsed.id, staffId: use.staffId } }));
  if (!place || !parsed || !known) return false;
  const { id, publicKey, counter } = known;
  const shown = await orNull(() =>
    verifyAuthenticationResponse({
      response: parsed,
      expectedChallenge: (challenge) => spend(challenge, use, now),
      expectedOrigin: place.origin,
      expectedRPID: place.rpID,
      credential: { id, publicKey: Uint8Array.from(publicKey), counter },
      requireUserVerification: false,
    }),
  );
  if (!shown?.verified) return false;
  // A counter that did not move on is a copy of the key; of two requests with one answer, one goes on.
  const { newCounter } = shown.authenticationInfo;
  const where: Prisma.StaffPasskeyWhereInput = { id, counter: newCounter === 0 ? 0 : { lt: newCounter } };
  const { count } = await db().staffPasskey.updateMany({ where, data: { counter: newCounter, lastUsedAt: now } });
  return count === 1;
}

const bySession = (staff: Staff, purpose: 'add' | 'again'): PasskeyUse => ({
  purpose,
  staffId: staff.id,
  sessionId: staff.sessionId,
});

/** Whether a challenge (base64url, as the browser signed it) is good now; it is not good again. */
async function spend(challenge: string, use: PasskeyUse, now: Date): Promise<boolean> {
  const text = Buffer.from(challenge, 'base64url').toString('utf8');
  return isChallengeFor(text, use, now) && (await isClaimed(use.staffId, `passkey ${text}`, now));
}

async function credentialsOf(staffId: string): Promise<{ id: string; transports: AuthenticatorTransport[] }[]> {
  const rows = await db().staffPasskey.findMany({ where: { staffId }, select: { id: true, transports: true } });
  return rows.map(({ id, transports }) => ({ id, transports: JSON.parse(transports) }));
}

const LONGEST_RESPONSE = 20_000;

/** What the browser sent, as far as it is JSON of an answer; the library checks the rest. */
function parse<T extends { id: string }>(text: string): T | null {
  if (text.length > LONGEST_RESPONSE) return null;
  try {
    const value = JSON.parse(text) as T | null;
    return typeof value?.id === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** The library throws for every answer that does not fit, whoever made it; none of them is a fault of ours. */
async function orNull<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch (error) {
    // A broken database is not a wrong passkey.
    if ((error as { clientVersion?: string }).clientVersion !== undefined) throw error;
    return null;
  }
}
