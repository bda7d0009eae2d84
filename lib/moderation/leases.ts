import 'server-only';
import { deskLink } from '@/lib/accounts/links';
import { queueStaffMail } from '@/lib/accounts/staff-mail';
import type { Tx } from '@/lib/db';
import { transition } from '@/lib/submissions/transition';

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
  const { submissionId } = claim;
  const story = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { reference: true, title: true },
  });
  const step = { submissionId, transition: 'release', actor: { kind: 'system' }, revision: null, now } as const;
  await transition(tx, step);
  // The story may have left the review in another way; a hold on nothing goes too.
  await tx.storyClaim.deleteMany({ where: { submissionId } });
  if (why !== 'left') await tellClaimEnded(tx, { ...claim, ...story }, why);
}

/** Tells somebody that a story is no longer theirs (E21). */
export async function tellClaimEnded(
  tx: Tx,
  claim: { staffId: string; reference?: string; title?: string | null },
  why: 'lease' | 'taken',
): Promise<void> {
  const { staffId, reference, title } = claim;
  if (reference === undefined) return;
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
