import 'server-only';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/mail/outbox';
import { secretFrom } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { findLink, issueLink } from '../links';
import { mailOutcome } from '../notify';
import { senderOf } from '../sender';

/**
 * Confirms the address of a suggestion: from now on its sender is written to. Only a press of the button comes here;
 * opening the link changes nothing.
 * @returns secret of the page that shows the outcome, the same each time
 */
export function confirmSuggestion(
  token: string,
  now = new Date(),
): Promise<Result<{ statusToken: string }, { code: 'notFound' | 'expired' } | StorageTrouble>> {
  return writing<{ statusToken: string }, { code: 'notFound' | 'expired' }>(async (tx) => {
    const link = await findLink(tx, token, 'confirm');
    if (!link) return fail({ code: 'notFound' });
    const statusToken = secretFrom(token, 'suggestion-status');
    if (link.usedAt !== null) return ok({ statusToken });
    if (link.expiresAt !== null && link.expiresAt <= now) return fail({ code: 'expired' });
    const { suggestionId } = link;
    const sender = await senderOf(tx, suggestionId);
    if (!sender?.email) return fail({ code: 'expired' });
    await tx.suggestionLink.update({ where: { id: link.id }, data: { usedAt: now }, select: { id: true } });
    await tx.suggestionSender.updateMany({ where: { suggestionId }, data: { confirmedAt: now } });
    await issueLink(tx, { suggestionId, purpose: 'status', now, secret: statusToken });
    const { reference, name, locale, state } = await tx.suggestion.findUniqueOrThrow({
      where: { id: suggestionId },
      select: { reference: true, name: true, locale: true, state: true },
    });
    // It may have been decided while the mail lay unread.
    if (state === 'decided') await mailOutcome(tx, suggestionId, now);
    else {
      await queueMail(tx, {
        template: 'suggestionReceived',
        locale: locale as Locale,
        to: sender.email,
        values: { reference, name, token: statusToken },
        submissionId: null,
        dedupeKey: `suggestionReceived:${suggestionId}`,
        dueAt: now,
      });
    }
    return ok({ statusToken });
  });
}
