import 'server-only';
import { randomUUID } from 'node:crypto';
import { clientAddress } from '@/lib/abuse/client-address';
import { db } from '@/lib/db';
import { settings } from '@/lib/env';
import { hashSecret, newSecret } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { authorise, type Refusal, type StaffActor } from './access-rules';
import { deviceCookie } from './devices';

import { checkPassword, type NewCookies } from './library';
import { countTry, type Limited } from './limits';
import { linkTo } from './links';
import { type PasswordFault, passwordFault } from './password-rules';
import { hashPassword } from './passwords';
import { isRole, type Role } from './permissions';
import { lockForWriting, recordAct } from './record';
import { InvitationInput, mailAddress, type ProfileInput } from './schema';
import { queueStaffMail } from './staff-mail';

export const INVITATION_HOURS = 72;

export interface Invitation {
  id: number;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
}

export interface NewInvitation extends Invitation {
  /** The link, shown this once. */
  link: string;
}

export type InvitationError = Refusal | { code: 'emailWrong' | 'roleWrong' | 'exists' };

/**
 * Invites somebody. An older invitation to the same address ends. Somebody whose account was closed comes back to it.
 * @param byMail also send the link
 */
export async function invite(
  actor: StaffActor,
  input: { email: unknown; role: unknown; locale?: unknown },
  { byMail, now = new Date() }: { byMail: boolean; now?: Date },
): Promise<Result<NewInvitation, InvitationError>> {
  const allowed = authorise(actor, 'managePeople', now);
  if (!allowed.ok) return allowed;
  const parsed = InvitationInput.safeParse(input);
  if (!parsed.success) {
    return fail({ code: parsed.error.issues[0]?.path[0] === 'email' ? 'emailWrong' : 'roleWrong' });
  }
  const { email, role, locale } = parsed.data;
  const secret = newSecret();
  return db().$transaction(async (tx) => {
    await lockForWriting(tx);
    const person = await tx.staffUser.findUnique({ where: { email }, select: { closedAt: true } });
    if (person && person.closedAt === null) return fail({ code: 'exists' as const });
    await tx.staffInvitation.updateMany({
      where: { email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const made = await tx.staffInvitation.create({
      data: {
        secretHash: hashSecret(secret),
        email,
        role,
        locale,
        invitedBy: actor.kind === 'staff' ? actor.id : null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + INVITATION_HOURS * 3_600_000),
      },
    });
    const link = linkTo(locale, '/desk/invitation', secret);
    if (byMail) {
      const values = { link, hours: INVITATION_HOURS };
      await queueStaffMail(tx, { template: 'staffInvitation', locale, to: email, values });
    }
    await recordAct(tx, {
      action: 'staff.invite',
      actor,
      object: { kind: 'invitation', id: String(made.id) },
      details: { role },
    });
    return ok({ id: made.id, email, role, createdAt: made.createdAt, expiresAt: made.expiresAt, link });
  });
}

/** Invitations that wait, newest first. */
export async function listInvitations(actor: StaffActor, now = new Date()): Promise<Result<Invitation[], Refusal>> {
  const allowed = authorise(actor, 'managePeople', now);
  if (!allowed.ok) return allowed;
  const rows = await db().staffInvitation.findMany({
    where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
    orderBy: { id: 'desc' },
  });
  return ok(rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : [])));
}

/** Takes an invitation back. */
export async function revokeInvitation(
  actor: StaffActor,
  id: number,
  now = new Date(),
): Promise<Result<null, Refusal | { code: 'unknown' }>> {
  const allowed = authorise(actor, 'managePeople', now);
  if (!allowed.ok) return allowed;
  return db().$transaction(async (tx) => {
    const { count } = await tx.staffInvitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return fail({ code: 'unknown' as const });
    await recordAct(tx, { action: 'staff.invitationRevoke', actor, object: { kind: 'invitation', id: String(id) } });
    return ok(null);
  });
}

/** The invitation that a link opens; null when it is used, over, taken back or made up. Looking changes nothing. */
export async function findInvitation(secret: string, now = new Date()): Promise<Invitation | null> {
  const row = await db().staffInvitation.findUnique({ where: { secretHash: hashSecret(secret) } });
  if (!row || row.acceptedAt || row.revokedAt || row.expiresAt <= now || !isRole(row.role)) return null;
  return { id: row.id, email: row.email, role: row.role, createdAt: row.createdAt, expiresAt: row.expiresAt };
}

/** Makes the account (or opens a closed one again) and signs the person in. */
export async function acceptInvitation(
  headers: Headers,
  input: { secret: string; password: string } & ProfileInput,
  now = new Date(),
): Promise<Result<{ cookies: NewCookies }, { code: 'gone' | PasswordFault } | Limited>> {
  const counted = await countTry('link', hashSecret(input.secret), { address: clientAddress(headers), device: null });
  if (!counted.ok) return counted;
  const invitation = await findInvitation(input.secret, now);
  if (!invitation) return fail({ code: 'gone' });
  const { email, role } = invitation;
  const fault = passwordFault(input.password, { email, name: input.name });
  if (fault) return fail({ code: fault });
  const password = await hashPassword(input.password);
  const made = await db().$transaction(async (tx) => {
    // Whoever marks it first has it: two presses of the button make one account.
    const { count } = await tx.staffInvitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: now },
    });
    if (count === 0) return false;
    const profile = {
      name: input.name,
      locale: input.locale,
      role,
      emailVerified: true,
      closedAt: null,
      updatedAt: now,
    };
    const { id } = await tx.staffUser.upsert({
      where: { email: mailAddress(email) },
      create: { id: randomUUID(), email: mailAddress(email), ...profile },
      update: profile,
      select: { id: true },
    });
    await tx.staffAccount.deleteMany({ where: { userId: id } });
    await tx.staffAccount.create({
      data: { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password },
    });
    await recordAct(tx, {
      action: 'staff.invitationAccept',
      actor: { kind: 'staff', id },
      object: { kind: 'invitation', id: String(invitation.id) },
      details: { role },
    });
    return true;
  });
  const signedIn = made && (await checkPassword(headers, { email, password: input.password }));
  if (!signedIn) return fail({ code: 'gone' });
  return ok({
    cookies: [...signedIn.cookies, deviceCookie(email, settings().SITE_URL?.startsWith('https://') ?? false)],
  });
}
