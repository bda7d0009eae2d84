import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/mail/outbox';
import type { MailTemplate, MailValues, StoryValues } from '@/lib/mail/values';
import { contactOf } from './contacts';
import { emailHashOf, issueToken } from './tokens';

/** A mail on a story: one that has the story's reference, title and status link among its values. */
type StoryTemplate = { [Name in MailTemplate]: MailValues[Name] extends StoryValues ? Name : never }[MailTemplate];

interface Notice<Name extends StoryTemplate> {
  submissionId: number;
  template: Name;
  values: Omit<MailValues[Name], keyof StoryValues>;
  now: Date;
  /** Not before; see `NewMail`. */
  dueAt?: Date;
  /** Secret of a status link that was given out already; else a new one is made. */
  token?: string;
}

/**
 * Writes a mail to the author of a story, with a link to its status page, in the transaction of what it tells. Nobody is
 * written to whose contact is erased, who has no address, or who has not confirmed the address: it may be another person's.
 */
export async function notifyAuthor<Name extends StoryTemplate>(tx: Tx, notice: Notice<Name>): Promise<void> {
  const { submissionId, template, now } = notice;
  const contact = await contactOf(tx, submissionId);
  if (!contact?.email) return;
  const columns = ['reference', 'title', 'locale', 'revision', 'confirmedAt'] as const;
  const story = (await rows(tx)).find('Submission', { id: submissionId }, columns);
  // Nobody is told of a story that is not there.
  if (!story || story.confirmedAt === null) return;
  const { reference, title, locale, revision } = story;
  const token = notice.token ?? (await issueToken(tx, { purpose: 'status', submissionId, now }));
  const about: StoryValues = { reference, title: title ?? reference, token };
  await queueMail(tx, {
    template,
    locale: locale as Locale,
    to: contact.email,
    values: { ...about, ...notice.values } as unknown as MailValues[Name],
    submissionId,
    dedupeKey: `${template}:${submissionId}:${revision}`,
    dueAt: notice.dueAt ?? now,
  });
}

/** The mail with the button that confirms the address (E2), with a link of its own. */
export async function mailConfirmation(
  tx: Tx,
  to: {
    submissionId: number;
    reference: string;
    locale: Locale;
    email: string;
    until: string;
    now: Date;
    dueAt?: Date;
  },
): Promise<void> {
  const { submissionId, reference, locale, email, until, now, dueAt = now } = to;
  const token = await issueToken(tx, { purpose: 'confirm', submissionId, emailHash: emailHashOf(email), now });
  const count = await tx.accessToken.count({ where: { submissionId, purpose: 'confirm' } });
  await queueMail(tx, {
    template: 'confirm',
    locale,
    to: email,
    values: { token, reference, until },
    submissionId,
    dedupeKey: `confirm:${submissionId}:${count}`,
    dueAt,
  });
}
