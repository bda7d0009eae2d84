import 'server-only';
import { deskLink } from '@/lib/accounts/links';
import { queueStaffMail } from '@/lib/accounts/staff-mail';
import type { Tx } from '@/lib/db';
import { transition } from '@/lib/submissions/transition';
import { CLAIM_HOURS } from './rules';

/** For how long after a sign of life somebody counts as at work on a story. */
export const EDITING_MINUTES = 5;

/** The ends of a claim that was made or renewed now. */
export function leaseFrom(now: Date): { expiresAt: Date; editingUntil: Date } {
  return {
    expiresAt: new Date(now.getTime() + CLAIM_HOURS * 3_600_000),
    editingUntil: new Date(now.getTime() + EDITING_MINUTES * 60_000),
  };
}

export function isAtWork({ editingUntil }: { editingUntil: Date | null }, now: Date): boolean {
  return editingUntil !== null && editingUntil > now;
}

/**
 * Ends somebody's hold on a story: it goes back to the queue, and they are told (E21), unless they left the desk.
 * @param why `lease` when its time was over, `taken` when a colleague did it, `left` when the account was closed
 */
export async function endLease(
  tx: Tx,
  claim: { submissionId: number; staffId: string },
  why: 'lease' | 'taken' | 'left',
  now: Date,
): Promise<void> {
  const { submissionId, staffId } = claim;
  const story = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { reference: true, title: true },
  });
  const step = { submissionId, transition: 'release', actor: { kind: 'system' }, revision: null, now } as const;
  await transition(tx, step);
  // The story may have left the review in another way; a hold on nothing goes too.
  await tx.storyClaim.deleteMany({ where: { submissionId } });
  if (why === 'left' || !story) return;
  const { reference, title } = story;
  await tellStaff(tx, staffId, (name, locale) => ({
    template: 'staffClaimEnded',
    values: { name, reference, title: title ?? reference, why, link: storyLink(locale, reference) },
  }));
}

/** Address of a story's page at the desk, for a mail. */
export function storyLink(locale: string, reference: string): string {
  return deskLink(locale, '/desk/stories/[reference]', { reference });
}

type Mail = Pick<Parameters<typeof queueStaffMail>[1], 'template' | 'values' | 'cause'>;

/** Writes a mail to somebody of the desk, in their language; nothing to who has left. */
export async function tellStaff(tx: Tx, staffId: string, write: (name: string, locale: string) => Mail): Promise<void> {
  const person = await tx.staffUser.findUnique({
    where: { id: staffId },
    select: { email: true, name: true, locale: true, closedAt: true },
  });
  if (!person || person.closedAt !== null) return;
  await queueStaffMail(tx, { ...write(person.name, person.locale), locale: person.locale, to: person.email });
}

/** Name of somebody of the desk, also of one who has left; the id when there is no such account. */
export async function nameOf(tx: Tx, staffId: string): Promise<string> {
  const person = await tx.staffUser.findUnique({ where: { id: staffId }, select: { name: true } });
  return person?.name ?? staffId;
}
