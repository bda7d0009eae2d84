import { fail, ok, type Result } from '@/lib/shared/result';
import { type Action, can, needsFactor, needsFreshFactor, type Role } from './permissions';

/** A member of staff who is signed in, with what this session has shown. */
export interface Staff {
  kind: 'staff';
  id: string;
  role: Role;
  name: string;
  email: string;
  /** Language that they chose. */
  locale: string;
  sessionId: string;
  /** Kinds of practice whose stories they were given; null is all. It counts for roles that see only themes. */
  themes: readonly string[] | null;
  /** Whether the account has a second factor that works. */
  hasFactor: boolean;
  /** When this session last showed it; null while it never did. */
  factorAt: Date | null;
}

/** Who acts through a command: a member of staff, or whoever has the console of the server. */
export type StaffActor = Staff | { kind: 'console' };

export type Refusal =
  | { code: 'signedOut' }
  /** The role works only with a second factor, and the account has none yet. */
  | { code: 'setUpFactor' }
  /** The session has to show the second factor: it never did, or too long ago for what is asked. */
  | { code: 'showFactor' }
  | { code: 'forbidden' };

/** For how long a second factor that was shown opens what cannot be taken back. */
export const FRESH_MS = 15 * 60_000;

export function isFresh(staff: Staff, now: Date): boolean {
  return staff.factorAt !== null && now.getTime() - staff.factorAt.getTime() < FRESH_MS;
}

/** Whether somebody is wholly signed in, whatever they want. */
export function admit(staff: Staff | null): Result<Staff, Refusal> {
  if (staff === null) return fail({ code: 'signedOut' });
  if (staff.hasFactor && staff.factorAt === null) return fail({ code: 'showFactor' });
  if (needsFactor(staff.role) && !staff.hasFactor) return fail({ code: 'setUpFactor' });
  return ok(staff);
}

/** Whether an actor may do something now: signed in wholly, by role, and with the second factor as fresh as it takes. */
export function authorise<A extends StaffActor>(actor: A | null, action: Action, now: Date): Result<A, Refusal> {
  if (actor?.kind === 'console') return ok(actor);
  const admitted = admit(actor);
  if (!admitted.ok) return admitted;
  if (!can(admitted.value, action)) return fail({ code: 'forbidden' });
  if (needsFreshFactor(action) && !isFresh(admitted.value, now)) return fail({ code: 'showFactor' });
  return ok(admitted.value as A);
}
