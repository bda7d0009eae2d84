import 'server-only';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/mail/outbox';
import { hashSecret, safeEqual, seal, unsealIfKeyed } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { StoryContact } from '../contacts';
import { mailboxOf } from '../email';
import { mailLimit } from '../mail-limit';
import { normalizeReference } from '../references';
import { openStatus } from '../status-door';
import { emailHashOf, issueToken } from '../tokens';
import { tidy } from '../values';

const NO_EMAIL = 'nobody@localhost';
const NOBODY: StoryContact = { name: null, email: NO_EMAIL, phone: null };
/** A reference that no story has. */
const NO_REFERENCE = '---';

/**
 * Mails the link to the status page, when the pair of reference and address is right. The answer is the same whether it is
 * or not, and takes as long: a wrong pair makes the same statements, with a link that opens nothing and a mail that is
 * never sent. Too many mails to one address, and stories that are not confirmed, count as a wrong pair.
 */
export function requestStatusLink(wish: {
  reference: string;
  email: string;
  now?: Date;
}): Promise<Result<null, StorageTrouble>> {
  const { now = new Date() } = wish;
  const reference = normalizeReference(wish.reference) ?? NO_REFERENCE;
  const email = tidy(wish.email).slice(0, 320);
  return writing<null, never>(async (tx) => {
    const story = await tx.submission.findUnique({
      where: { reference },
      select: { id: true, locale: true, confirmedAt: true },
    });
    const stored = await tx.submissionContact.findUnique({ where: { submissionId: story?.id ?? 0 } });
    const contact = unsealIfKeyed<StoryContact>(stored?.sealed ?? seal(NOBODY)) ?? NOBODY;
    const limited = await mailLimit(tx, emailHashOf(email), now);
    const knows = safeEqual(mailboxOf(contact.email ?? NO_EMAIL), mailboxOf(email)) && contact.email !== null;
    const right = knows && stored !== null && story !== null && story.confirmedAt !== null && limited === null;
    const token = await issueToken(tx, {
      purpose: 'status',
      submissionId: right ? story.id : null,
      emailHash: right ? emailHashOf(email) : null,
      now,
      ...(!right && { expiresAt: now }),
    });
    await queueMail(tx, {
      template: 'statusLink',
      locale: (story?.locale ?? 'sr-Latn') as Locale,
      to: right && contact.email !== null ? contact.email : NO_EMAIL,
      values: { reference, token },
      submissionId: right ? story.id : null,
      dedupeKey: `statusLink:${hashSecret(token)}`,
      dueAt: now,
      decoy: !right,
    });
    return ok(null);
  });
}

/**
 * Makes every status link of a story useless and gives out one new one, to who has a link that works: a mail that was
 * forwarded opens nothing any more.
 */
export function renewStatusLink(
  token: string,
  now = new Date(),
): Promise<Result<{ statusToken: string }, { code: 'notFound' } | StorageTrouble>> {
  return writing<{ statusToken: string }, { code: 'notFound' }>(async (tx) => {
    const story = await openStatus(tx, token, now);
    if (!story) return fail({ code: 'notFound' });
    await tx.accessToken.updateMany({
      where: { submissionId: story.id, purpose: { in: ['status', 'confirm'] }, revokedAt: null },
      data: { revokedAt: now },
    });
    return ok({ statusToken: await issueToken(tx, { purpose: 'status', submissionId: story.id, now }) });
  });
}
