import 'server-only';
import { authorise, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { decideAsStaff, type StaffDecisionError } from '@/lib/moderation/decide-as-staff';
import { fail, ok, type Result } from '@/lib/shared/result';

export type ConfirmForError = StaffDecisionError;

/**
 * Confirms a story for the person who told it, by whoever has seen the evidence of the consent: it comes into the queue, and the
 * promise counts from here. Where an address was given, the mail with the reference and the status link goes there.
 */
export async function confirmFor(
  staff: Staff,
  wish: { reference: string; revision: number; now?: Date },
): Promise<Result<null, ConfirmForError>> {
  const { reference, revision, now = new Date() } = wish;
  const allowed = authorise(staff, 'enterStory', now);
  if (!allowed.ok) return allowed;
  const story = await db().submission.findFirst({
    where: { reference, NOT: { intake: null } },
    select: { id: true },
  });
  if (!story) return fail({ code: 'notFound' });
  const decided = await decideAsStaff(staff, { submissionId: story.id, transition: 'confirm_for', revision }, now);
  return decided.ok ? ok(null) : decided;
}
