import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { contactOf, type StoryContact } from '@/lib/submissions/contacts';
import { appendEvent } from '@/lib/submissions/events';
import { REVEAL_MINUTES } from './reveal-minutes';
import { actorOf } from './staff-rights';

/**
 * Opens the contact of a story for this person, for some minutes. Each time stands in the story's log and in the audit log.
 * Needs the right `seeContacts`.
 */
export async function revealContact(
  staff: Staff,
  submissionId: number,
  now = new Date(),
): Promise<Result<null, Refusal | { code: 'notFound' } | StorageTrouble>> {
  const allowed = authorise(staff, 'seeContacts', now);
  if (!allowed.ok) return allowed;
  return writing<null, { code: 'notFound' }>(async (tx) => {
    const has = await tx.submissionContact.count({ where: { submissionId } });
    if (has === 0) return fail({ code: 'notFound' });
    await appendEvent(tx, { submissionId, kind: 'reveal_contact', actor: actorOf(staff), now });
    await recordAudit(tx, {
      ...{ actor: { kind: 'staff', id: staff.id }, action: 'contact.reveal' },
      object: { kind: 'submission', id: submissionId },
    });
    return ok(null);
  });
}

/** The contact, while this person has it open; null when they have not asked, or some time ago, or may not. */
export async function findRevealedContact(
  staff: Staff,
  submissionId: number,
  now = new Date(),
): Promise<StoryContact | null> {
  if (!authorise(staff, 'seeContacts', now).ok) return null;
  const since = new Date(now.getTime() - REVEAL_MINUTES * 60_000);
  const asked = await db().submissionEvent.count({
    where: { submissionId, kind: 'reveal_contact', actorId: staff.id, at: { gt: since } },
  });
  return asked > 0 ? contactOf(db(), submissionId) : null;
}
