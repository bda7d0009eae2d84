import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { promiseFrom } from '@/lib/submissions/calendar';
import { notifyAuthor } from '@/lib/submissions/notify';
import { type StepError, transition } from '@/lib/submissions/transition';
import { findIntakeOf } from './records';

export type ConfirmForError = StepError | Refusal | StorageTrouble;

/**
 * Confirms a story for the person who told it, by whoever has seen the evidence of the consent: it comes into the queue, and the
 * promise counts from here. Where an address was given, the mail with the reference and the status link goes there.
 */
export function confirmFor(
  staff: Staff,
  wish: { reference: string; revision: number; now?: Date },
): Promise<Result<null, ConfirmForError>> {
  const { reference, revision, now = new Date() } = wish;
  return writing<null, StepError | Refusal>(async (tx) => {
    const allowed = authorise(staff, 'enterStory', now);
    if (!allowed.ok) return allowed;
    const story = await tx.submission.findUnique({ where: { reference }, select: { id: true } });
    // Nobody confirms the address of somebody who wrote for themselves.
    if (!story || !(await findIntakeOf(tx, story.id))) return fail({ code: 'notFound' });
    const submissionId = story.id;
    const step = { submissionId, transition: 'confirm_for', revision, now } as const;
    const stepped = await transition(tx, { ...step, actor: { ...staff, roles: [staff.role, 'moderator'] } });
    if (!stepped.ok) return stepped;
    await tx.submission.updateMany({ where: { id: submissionId }, data: { confirmedAt: now } });
    await notifyAuthor(tx, { submissionId, template: 'received', values: promiseFrom(now), now });
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'submission.confirm_for',
      object: { kind: 'submission', id: submissionId },
    });
    return ok(null);
  });
}
