import 'server-only';
import { db, type Prisma } from '@/lib/db';
import { hmac } from './key';
import { checkRecoveryCode, checkTotp, type NewCookies } from './library';
import { recoveryCodeHash } from './recovery-codes';

/** A code from the phone is good for a minute and a half (one step before and after); ours remember it longer. */
const REMEMBER_MS = 10 * 60_000;
const UNIQUE_BROKEN = 'P2002';

/** How a code was right. */
export interface Accepted {
  by: 'phone' | 'recovery';
  cookies: NewCookies;
}

/**
 * Checks a code from the phone (six digits) or a recovery code, each of which is accepted once.
 * @param waiting whether a sign-in waits for it in this browser; otherwise the session of the request shows it
 */
export async function acceptCode(
  headers: Headers,
  staffId: string,
  typed: string,
  { waiting }: { waiting: boolean },
): Promise<Accepted | null> {
  const digits = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) {
    const cookies = await checkRecoveryCode(headers, recoveryCodeHash(staffId, typed), { waiting });
    return cookies && { by: 'recovery', cookies };
  }
  const cookies = await onlyOnce(staffId, digits, () => checkTotp(headers, digits, { waiting }));
  return cookies && { by: 'phone', cookies };
}

/**
 * better-auth takes a code as often as it comes while it is valid. Ours is claimed first, by a unique key, so that of two
 * requests with one code only one goes on; a wrong code is let go again.
 */
async function onlyOnce<T>(staffId: string, code: string, check: () => Promise<T | null>): Promise<T | null> {
  const codeHash = hashOf(staffId, code);
  if (!(await isClaimed(staffId, code))) return null;
  const result = await check().catch(async (error: unknown) => {
    await db().staffUsedCode.deleteMany({ where: { staffId, codeHash } });
    throw error;
  });
  if (result === null) await db().staffUsedCode.deleteMany({ where: { staffId, codeHash } });
  return result;
}

const hashOf = (staffId: string, code: string) => hmac('used-code', `${staffId} ${code}`);

/** Claims something that is good once (a code, a challenge of a passkey). @returns false when it was claimed before */
export async function isClaimed(staffId: string, what: string, now = new Date()): Promise<boolean> {
  await db().staffUsedCode.deleteMany({ where: { usedAt: { lt: new Date(now.getTime() - REMEMBER_MS) } } });
  try {
    await db().staffUsedCode.create({ data: { staffId, codeHash: hashOf(staffId, what), usedAt: now } });
    return true;
  } catch (error) {
    if ((error as Prisma.PrismaClientKnownRequestError).code === UNIQUE_BROKEN) return false;
    throw error;
  }
}
