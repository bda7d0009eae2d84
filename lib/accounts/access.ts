import 'server-only';
import { writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { admit, authorise, isFresh, type Refusal, type Staff } from './access-rules';
import { findSession, IDLE_SECONDS, LONGEST_SECONDS } from './library';
import { type Action, isRole } from './permissions';

/** A session that is used is kept alive, but not written at every request. */
const RENEW_AFTER_MS = 15 * 60_000;

/**
 * Who is signed in, by the cookie of the request; null when nobody is. Role and factor are read anew each time: a change
 * counts from the next request on. Reads of staff data call `requireStaff`; this alone says nothing about rights.
 */
export async function findStaff(headers: Headers, now = new Date()): Promise<Staff | null> {
  const found = findSession(headers, now);
  if (!found) return null;
  const { session, user } = found;
  const end = session.createdAt.getTime() + LONGEST_SECONDS * 1000;
  if (end <= now.getTime() || !isRole(user.role)) return null;
  if (now.getTime() - session.updatedAt.getTime() > RENEW_AFTER_MS) await renew(session.id, end, now);
  return { kind: 'staff', ...user, role: user.role, sessionId: session.id, factorAt: session.factorAt };
}

async function renew(id: string, end: number, now: Date): Promise<void> {
  const expiresAt = new Date(Math.min(now.getTime() + IDLE_SECONDS * 1000, end));
  // While another program writes nothing is renewed, and nobody waits for it: the next request tries again. A plain write would wait inside SQLite, and
  // with it every visitor's page.
  await writing<null, never>(
    async (tx) => {
      // updateMany: the session may have been ended meanwhile.
      await tx.staffSession.updateMany({ where: { id }, data: { expiresAt, updatedAt: now } });
      return ok(null);
    },
    { patienceMs: 0 },
  );
}

/**
 * The member of staff behind a request, if they may do this now. To be called where staff data is read or written; what it
 * gives is the actor that commands take (and check again).
 */
export async function requireStaff(
  action: Action,
  headers: Headers,
  now = new Date(),
): Promise<Result<Staff, Refusal>> {
  return authorise(await findStaff(headers, now), action, now);
}

/** The member of staff behind a request, wholly signed in, whatever their role. */
export async function requireAnyStaff(headers: Headers, now = new Date()): Promise<Result<Staff, Refusal>> {
  return admit(await findStaff(headers, now));
}

/** Asks that the second factor was shown within the last minutes: before export and erasure, and before it is changed. */
export function requireFreshFactor(staff: Staff, now = new Date()): Result<Staff, Refusal> {
  const admitted = admit(staff);
  return admitted.ok && !isFresh(staff, now) ? fail({ code: 'showFactor' }) : admitted;
}
