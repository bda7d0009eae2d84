import 'server-only';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { secretFrom } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { addDays, promiseFrom, toDay } from '../calendar';
import { contactOf, saveContact } from '../contacts';
import { findDraftRow } from '../draft-records';
import { maskEmail } from '../email';
import { appendEvent } from '../events';
import { type MailLimited, mailLimit } from '../mail-limit';
import { mailConfirmation, notifyAuthor } from '../notify';
import { eraseOnFor } from '../retention-rules';
import { emailHashOf, findToken, isOpen, issueToken, TOKEN_DAYS } from '../tokens';
import { transition } from '../transition';
import { isEmail, tidy } from '../values';

export interface Confirmed {
  reference: string;
  locale: Locale;
  /** Secret of the status page; the same each time the same link is confirmed. */
  statusToken: string;
  /** It was confirmed before: a double click, or the link opened again. */
  again: boolean;
}

export type ConfirmError = { code: 'notFound' | 'expired' } | StorageTrouble;

/**
 * Confirms the address: the story goes to the desk, and the mail with the reference, the promised days and the status link
 * is written. Only a press of the button comes here; opening the link (`findConfirmation`) changes nothing.
 */
export function confirmStory(token: string, now = new Date()): Promise<Result<Confirmed, ConfirmError>> {
  return writing<Confirmed, { code: 'notFound' | 'expired' }>(async (tx) => {
    const found = await findToken(tx, token, 'confirm');
    if (!found?.submissionId || found.revokedAt) return fail({ code: 'notFound' });
    const story = await tx.submission.findUniqueOrThrow({
      where: { id: found.submissionId },
      select: { id: true, reference: true, locale: true, state: true },
    });
    const done = {
      reference: story.reference,
      locale: story.locale as Locale,
      statusToken: secretFrom(token, 'status'),
    };
    if (story.state !== 'unconfirmed') {
      return found.usedAt ? ok({ ...done, again: true }) : await confirmedByAnother(tx, story, done, now);
    }
    if (!isOpen(found, now)) return fail({ code: 'expired' });
    await revokeUnconfirmedDoor(tx, story.id, now);
    await issueToken(tx, { purpose: 'status', submissionId: story.id, secret: done.statusToken, now });
    await tx.accessToken.updateMany({ where: { id: found.id }, data: { usedAt: now } });
    await tx.submission.updateMany({ where: { id: story.id }, data: { confirmedAt: now } });
    const step = { submissionId: story.id, actor: { kind: 'submitter' }, revision: null, now } as const;
    const stepped = await transition(tx, { ...step, transition: 'confirm' });
    if (!stepped.ok) throw new Error(`A confirmation was refused: ${stepped.error.code}`);
    const values = promiseFrom(now);
    await notifyAuthor(tx, { submissionId: story.id, template: 'received', values, now, token: done.statusToken });
    return ok({ ...done, again: false });
  });
}

/** A second link to confirm (it was mailed twice) after the first was pressed: whoever has it reads the same mailbox. */
async function confirmedByAnother(
  tx: Tx,
  story: { id: number; state: string },
  done: Omit<Confirmed, 'again'>,
  now: Date,
): Promise<Result<Confirmed, { code: 'notFound' }>> {
  const confirmed = await tx.submission.count({ where: { id: story.id, NOT: { confirmedAt: null } } });
  if (story.state === 'erased' || confirmed === 0) return fail({ code: 'notFound' });
  await issueToken(tx, { purpose: 'status', submissionId: story.id, secret: done.statusToken, now });
  return ok({ ...done, again: true });
}

/** Before the confirmation the browser that sent the story may open it (`openUnconfirmed`); from now on only the mailbox. */
async function revokeUnconfirmedDoor(tx: Tx, submissionId: number, now: Date): Promise<void> {
  await tx.accessToken.updateMany({
    where: { submissionId, purpose: 'status', revokedAt: null },
    data: { revokedAt: now },
  });
}

/** A status link for the browser that sent a story, as long as the address is not confirmed: to change or take it back. */
export function openUnconfirmed(
  secret: string,
  now = new Date(),
): Promise<Result<{ statusToken: string }, { code: 'notFound' } | StorageTrouble>> {
  return writing<{ statusToken: string }, { code: 'notFound' }>(async (tx) => {
    const draft = await findDraftRow(tx, secret, now);
    if (!draft?.sentAsId) return fail({ code: 'notFound' });
    const waits = await tx.submission.count({ where: { id: draft.sentAsId, state: 'unconfirmed', confirmedAt: null } });
    if (waits === 0) return fail({ code: 'notFound' });
    const statusToken = secretFrom(secret, 'status');
    await issueToken(tx, { purpose: 'status', submissionId: draft.sentAsId, secret: statusToken, now });
    return ok({ statusToken });
  });
}

/** How often the mail to confirm is sent again. */
export const RESENDS_PER_HOUR = 3;
const HOUR_MS = 3_600_000;

export type ResendError =
  | { code: 'notFound' | 'notAnEmail' }
  /** It is confirmed already; there is nothing to send. */
  | { code: 'confirmed'; reference: string }
  | MailLimited
  | StorageTrouble;

/**
 * Sends the mail to confirm again, at most three times an hour: for the browser that sent the story (`secret`), which may
 * correct the address, or for who has an older link, expired or not (`token`).
 */
export function resendConfirmation(
  wish: ({ secret: string; email?: string | null } | { token: string }) & { now?: Date },
): Promise<Result<{ emailMasked: string }, ResendError>> {
  const { now = new Date() } = wish;
  const corrected = 'secret' in wish && wish.email ? tidy(wish.email) : null;
  if (corrected !== null && !isEmail(corrected)) return Promise.resolve(fail({ code: 'notAnEmail' }));
  return writing<{ emailMasked: string }, Exclude<ResendError, StorageTrouble>>(async (tx) => {
    const id =
      'secret' in wish ? (await findDraftRow(tx, wish.secret, now))?.sentAsId : await storyOfLink(tx, wish.token);
    const story = id ? await tx.submission.findUnique({ where: { id } }) : null;
    const contact = story && (await contactOf(tx, story.id));
    if (!story || !contact || story.state === 'erased') return fail({ code: 'notFound' });
    const email = corrected ?? contact.email;
    if (email === null) return fail({ code: 'notFound' });
    // What was taken for spam gets the same answer as any other story, and no mail.
    if (story.state === 'spam') return ok({ emailMasked: maskEmail(email) });
    if (story.state !== 'unconfirmed') return fail({ code: 'confirmed', reference: story.reference });
    const limited = (await resendLimit(tx, story.id, now)) ?? (await mailLimit(tx, emailHashOf(email), now));
    if (limited) return fail(limited);
    if (email !== contact.email) await correctEmail(tx, story.id, { ...contact, email }, now);
    const { id: submissionId, reference, locale } = story;
    const until = addDays(toDay(now), TOKEN_DAYS.confirm);
    await tx.submission.updateMany({ where: { id: submissionId }, data: { eraseOn: eraseOnFor('unconfirmed', now) } });
    await mailConfirmation(tx, { submissionId, reference, locale: locale as Locale, email, until, now });
    await appendEvent(tx, { submissionId, kind: 'resend', actor: { kind: 'submitter' }, now });
    return ok({ emailMasked: maskEmail(email) });
  });
}

async function storyOfLink(tx: Tx, token: string): Promise<number | null> {
  const found = await findToken(tx, token, 'confirm');
  return found && found.revokedAt === null ? found.submissionId : null;
}

/** The mail that went to the wrong address must not confirm the story. */
async function correctEmail(
  tx: Tx,
  id: number,
  contact: Parameters<typeof saveContact>[2] & { email: string },
  now: Date,
): Promise<void> {
  await saveContact(tx, id, contact, now);
  await tx.submission.updateMany({ where: { id }, data: { emailHash: emailHashOf(contact.email) } });
  await tx.accessToken.updateMany({ where: { submissionId: id, purpose: 'confirm' }, data: { revokedAt: now } });
  await tx.outboxMail.updateMany({
    where: { submissionId: id, template: 'confirm', state: 'waiting' },
    data: { state: 'cancelled', sealed: null },
  });
}

async function resendLimit(tx: Tx, submissionId: number, now: Date): Promise<MailLimited | null> {
  const resent = await tx.submissionEvent.findMany({
    where: { submissionId, kind: 'resend', at: { gt: new Date(now.getTime() - HOUR_MS) } },
    select: { at: true },
    orderBy: { id: 'desc' },
    take: RESENDS_PER_HOUR,
  });
  const oldest = resent[RESENDS_PER_HOUR - 1];
  if (!oldest) return null;
  return { code: 'limited', retryAfterSeconds: Math.ceil((oldest.at.getTime() + HOUR_MS - now.getTime()) / 1000) };
}
