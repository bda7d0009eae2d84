import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import type { Locale } from '@/lib/i18n/locales';
import { seal } from '@/lib/secrets';
import type { MailTemplate, MailValues } from './values';

/** A mail to be sent. */
export interface NewMail<Name extends MailTemplate = MailTemplate> {
  template: Name;
  locale: Locale;
  /** Address of the recipient. */
  to: string;
  values: MailValues[Name];
  submissionId: number | null;
  /** Names the cause: the same cause writes one mail only. */
  dedupeKey: string;
  /** Not before; a decision's mail waits while it can be undone. */
  dueAt?: Date;
  /** Written and never sent: an answer must not tell by its time whether there was a mail to write. */
  decoy?: boolean;
}

/** What is sealed of a mail. */
export interface SealedMail {
  to: string;
  values: MailValues[MailTemplate];
}

/** Writes a mail into the outbox, in the transaction that causes it. `deliverDueMail` sends it. */
export async function queueMail<Name extends MailTemplate>(
  tx: Tx,
  { template, locale, to, values, submissionId, dedupeKey, dueAt = new Date(), decoy = false }: NewMail<Name>,
): Promise<void> {
  const sealed = seal({ to, values } satisfies SealedMail);
  (await rows(tx)).put('OutboxMail', ['dedupeKey'], {
    ...{ dedupeKey, template, locale, sealed, submissionId, dueAt, createdAt: new Date() },
    state: decoy ? 'cancelled' : 'waiting',
  });
}

/** Takes back the mails of a story that still wait: what they say is no longer so. */
export async function cancelMails(tx: Tx, submissionId: number): Promise<void> {
  await tx.outboxMail.updateMany({
    where: { submissionId, state: 'waiting' },
    data: { state: 'cancelled', sealed: null },
  });
}
