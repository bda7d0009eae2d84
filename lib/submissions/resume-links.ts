import 'server-only';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/mail/outbox';
import { hashSecret, safeEqual, secretFrom } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { toDay } from './calendar';
import { findDraftRow } from './draft-records';
import { draftExpiry } from './draft-values';
import { maskEmail } from './email';
import { type MailLimited, mailLimit } from './mail-limit';
import { emailHashOf, type FoundToken, findToken, issueToken } from './tokens';
import { isEmail, tidy } from './values';

/** Wrong addresses that a link takes before it is locked for good. */
export const RESUME_FAILURES = 5;

/**
 * Mails a link that opens the draft on another device for 28 days, after its address has been typed there. The draft is
 * kept as long.
 */
export async function mailResumeLink(wish: {
  secret: string;
  email: string;
  locale: Locale;
  now?: Date;
}): Promise<Result<{ emailMasked: string }, { code: 'gone' | 'notAnEmail' } | MailLimited | StorageTrouble>> {
  const { secret, locale, now = new Date() } = wish;
  const email = tidy(wish.email);
  if (!isEmail(email)) return fail({ code: 'notAnEmail' });
  return writing<{ emailMasked: string }, { code: 'gone' } | MailLimited>(async (tx) => {
    const draft = await findDraftRow(tx, secret, now);
    if (!draft || draft.sentAsId !== null) return fail({ code: 'gone' });
    const emailHash = emailHashOf(email);
    const limited = await mailLimit(tx, emailHash, now);
    if (limited) return fail(limited);
    const token = await issueToken(tx, { purpose: 'resume', draftId: draft.id, emailHash, now });
    await tx.storyDraft.updateMany({ where: { id: draft.id }, data: { expiresAt: draftExpiry(now) } });
    await queueMail(tx, {
      template: 'resumeLink',
      locale,
      to: email,
      values: { token, until: toDay(draftExpiry(now)) },
      submissionId: null,
      dedupeKey: `resumeLink:${hashSecret(token)}`,
      dueAt: now,
    });
    return ok({ emailMasked: maskEmail(email) });
  });
}

export type ResumeLinkState = 'open' | 'locked' | 'expired' | 'revoked' | 'sent';

/** What a mailed link leads to; null when there is no such link. Changes nothing: a mail scanner may have opened it. */
export async function openResumeLink(token: string, now = new Date()): Promise<{ state: ResumeLinkState } | null> {
  const found = await findToken(db(), token, 'resume');
  if (!found) return null;
  const state = stateOf(found, now);
  if (state !== 'open') return { state };
  const draft = await db().storyDraft.findUnique({ where: { id: found.draftId ?? 0 }, select: { sentAsId: true } });
  return { state: draft?.sentAsId ? 'sent' : 'open' };
}

export type RedeemError = { code: 'wrong' | 'locked' | 'expired' | 'revoked' } | StorageTrouble;

/**
 * Opens the draft for whoever has the link and knows the address that it was mailed to. A link works again, on any
 * device, until it expires or is revoked; five wrong addresses lock it.
 * @returns the secret for the cookie of this device
 */
export async function redeemResumeLink(answer: {
  token: string;
  email: string;
  now?: Date;
}): Promise<Result<{ secret: string }, RedeemError>> {
  const { token, email, now = new Date() } = answer;
  return writing<{ secret: string }, RedeemError>(async (tx) => {
    const found = await findToken(tx, token, 'resume');
    if (!found?.draftId) return fail({ code: 'wrong' });
    const state = stateOf(found, now);
    if (state !== 'open') return fail({ code: state });
    if (!safeEqual(emailHashOf(tidy(email)), found.emailHash ?? '')) {
      await tx.accessToken.updateMany({ where: { id: found.id }, data: { failures: { increment: 1 } } });
      return fail({ code: found.failures + 1 >= RESUME_FAILURES ? 'locked' : 'wrong' });
    }
    const secret = secretFrom(token, 'draft');
    await issueToken(tx, { purpose: 'draft', draftId: found.draftId, secret, now });
    await tx.accessToken.updateMany({ where: { id: found.id }, data: { usedAt: found.usedAt ?? now } });
    return ok({ secret });
  });
}

/** Makes all links of a draft useless, and the other devices that were let in by them. @returns how many were open */
export async function revokeResumeLinks(
  secret: string,
  now = new Date(),
): Promise<Result<{ revoked: number }, { code: 'gone' } | StorageTrouble>> {
  return writing<{ revoked: number }, { code: 'gone' }>(async (tx) => {
    const draft = await findDraftRow(tx, secret, now);
    if (!draft) return fail({ code: 'gone' });
    const open = { draftId: draft.id, revokedAt: null };
    const links = await tx.accessToken.updateMany({ where: { ...open, purpose: 'resume' }, data: { revokedAt: now } });
    await tx.accessToken.updateMany({
      where: { ...open, purpose: 'draft', NOT: { secretHash: hashSecret(secret) } },
      data: { revokedAt: now },
    });
    return ok({ revoked: links.count });
  });
}

function stateOf(token: FoundToken, now: Date): Exclude<ResumeLinkState, 'sent'> {
  if (token.revokedAt !== null) return 'revoked';
  if (token.failures >= RESUME_FAILURES) return 'locked';
  return token.expiresAt > now ? 'open' : 'expired';
}
