import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { seal, unsealIfKeyed } from '@/lib/secrets';

/** Who sent a story. Sealed in a table of its own; shown to its author and to staff with the right, to nobody else. */
export interface StoryContact {
  /** null once the story is anonymous. */
  name: string | null;
  /** null for somebody whose story was taken by phone or on paper and who has none: no mail is ever sent. */
  email: string | null;
  /** E.164 */
  phone: string | null;
}

/** Writes the contact of a submission. `savedAt` begins the 24 months for which that of a published story is kept. */
export async function saveContact(tx: Tx, submissionId: number, contact: StoryContact, now: Date): Promise<void> {
  const row = { sealed: seal(contact), savedAt: now };
  await tx.submissionContact.upsert({ where: { submissionId }, create: { submissionId, ...row }, update: row });
}

/**
 * The contact of a submission; null once it is erased, and where the key is lost: its author can still see, take back and
 * erase the story.
 */
export async function contactOf(tx: Tx, submissionId: number): Promise<StoryContact | null> {
  const row = (await rows(tx)).find('SubmissionContact', { submissionId }, ['sealed']);
  return row && unsealIfKeyed<StoryContact>(row.sealed);
}

/** Whether the newest contact can be read with the keys that are there; true when there is none. */
export async function areContactsReadable(tx: Tx): Promise<boolean> {
  const row = await tx.submissionContact.findFirst({ orderBy: { savedAt: 'desc' }, select: { sealed: true } });
  return row === null || unsealIfKeyed(row.sealed) !== null;
}
