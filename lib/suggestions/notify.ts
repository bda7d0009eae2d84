import 'server-only';
import type { Tx } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/mail/outbox';
import { issueLink } from './links';
import { senderOf } from './sender';

/** Writes the mail that a suggestion is decided, to an address that its owner has confirmed; to nobody else. */
export async function mailOutcome(tx: Tx, suggestionId: number, now: Date): Promise<void> {
  const sender = await senderOf(tx, suggestionId);
  if (!sender?.email || sender.confirmedAt === null) return;
  const { reference, name, locale, changes, version } = await tx.suggestion.findUniqueOrThrow({
    where: { id: suggestionId },
    select: { reference: true, name: true, locale: true, version: true, changes: { select: { outcome: true } } },
  });
  const token = await issueLink(tx, { suggestionId, purpose: 'status', now });
  await queueMail(tx, {
    template: 'suggestionDecided',
    locale: locale as Locale,
    to: sender.email,
    values: {
      ...{ reference, name, token },
      accepted: changes.filter(({ outcome }) => outcome === 'accepted').length,
      refused: changes.filter(({ outcome }) => outcome === 'refused').length,
    },
    submissionId: null,
    dedupeKey: `suggestionDecided:${suggestionId}:${version}`,
    dueAt: now,
  });
}
