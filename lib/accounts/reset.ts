import 'server-only';
import { clientAddress } from '@/lib/abuse/client-address';
import { db } from '@/lib/db';
import { hashSecret } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';

import { findResetToken, makeResetToken, RESET_SECONDS, spendResetToken } from './library';
import { countTry, type Limited } from './limits';
import { linkTo } from './links';
import { type PasswordFault, passwordFault } from './password-rules';
import { recordAct } from './record';
import { mailAddress } from './schema';
import { visitorOf } from './sign-in';
import { queueStaffMail } from './staff-mail';

/**
 * Mails a link for a new password, if the address is a member's of staff. The answer is the same whether it is or not, and
 * comes before anything is looked up: neither words nor time tell.
 * @returns `done` settles when the work is over; a handler does not wait for it
 */
export async function requestReset(
  headers: Headers,
  typedEmail: string,
): Promise<Result<{ done: Promise<void> }, Limited>> {
  const email = mailAddress(typedEmail);
  const visitor = visitorOf(headers, email);
  const counted = await countTry('mail', email, { ...visitor, device: null });
  if (!counted.ok) return counted;
  // In a turn of its own, so that the answer leaves first.
  const done = new Promise<void>((resolve) => setImmediate(resolve)).then(() => mailReset(email));
  return ok({ done });
}

async function mailReset(email: string): Promise<void> {
  const person = await db().staffUser.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, locale: true, closedAt: true },
  });
  if (!person || person.closedAt !== null) return;
  const token = await makeResetToken(person);
  if (token === null) return;
  const link = linkTo(person.locale, '/desk/new-password', token);
  await queueStaffMail(db(), {
    template: 'staffReset',
    locale: person.locale,
    to: person.email,
    values: { name: person.name, link, minutes: RESET_SECONDS / 60 },
  });
}

/** Whether a link for a new password still works. Looking changes nothing. */
export async function isResetOpen(token: string): Promise<boolean> {
  return (await findOpen(token)) !== null;
}

async function findOpen(token: string) {
  const id = await findResetToken(token);
  if (id === null) return null;
  const person = await db().staffUser.findUnique({ where: { id } });
  return person && person.closedAt === null ? person : null;
}

/** Sets a new password by a mailed link. All sessions end; the second factor stays as it is. */
export async function resetPassword(
  headers: Headers,
  { token, password }: { token: string; password: string },
): Promise<Result<null, { code: 'gone' | PasswordFault } | Limited>> {
  const counted = await countTry('link', hashSecret(token), { address: clientAddress(headers), device: null });
  if (!counted.ok) return counted;
  const person = await findOpen(token);
  if (!person) return fail({ code: 'gone' });
  const fault = passwordFault(password, person);
  if (fault) return fail({ code: fault });
  if (!(await spendResetToken(token, password))) return fail({ code: 'gone' });
  await db().$transaction(async (tx) => {
    // Other links that were mailed, and sign-ins that wait for a code after the old password.
    await tx.staffVerification.deleteMany({ where: { value: person.id } });
    await recordAct(tx, {
      action: 'staff.passwordReset',
      actor: { kind: 'staff', id: person.id },
      object: { kind: 'staff', id: person.id },
    });
    await queueStaffMail(tx, {
      template: 'staffPassword',
      locale: person.locale,
      to: person.email,
      values: { name: person.name },
    });
  });
  return ok(null);
}
