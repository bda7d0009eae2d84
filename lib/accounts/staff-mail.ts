import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Tx } from '@/lib/db';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/mail/outbox';
import type { MailValues, StaffMailTemplate } from '@/lib/mail/values';

/** A mail to a member of staff; by default each is a cause of its own. */
interface StaffMail<Name extends StaffMailTemplate> {
  template: Name;
  /** As the account has it. */
  locale: string;
  to: string;
  values: MailValues[Name];
  /** Names the cause where it may come twice (a job that is run again); the same cause writes one mail only. */
  cause?: string;
}

/** Queues a mail to a member of staff, in the transaction that causes it. */
export function queueStaffMail<Name extends StaffMailTemplate>(
  tx: Tx,
  { cause = randomUUID(), ...mail }: StaffMail<Name>,
): Promise<void> {
  const locale = isLocale(mail.locale) ? mail.locale : DEFAULT_LOCALE;
  return queueMail(tx, { ...mail, locale, submissionId: null, dedupeKey: keyOf(cause) });
}

const keyOf = (cause: string) => `staff ${cause}`;

/** Those of some causes of which no mail was written yet. */
export async function causesToTell(client: Tx, causes: readonly string[]): Promise<string[]> {
  const written = await client.outboxMail.findMany({
    where: { dedupeKey: { in: causes.map(keyOf) } },
    select: { dedupeKey: true },
  });
  const told = new Set(written.map(({ dedupeKey }) => dedupeKey));
  return causes.filter((cause) => !told.has(keyOf(cause)));
}
