import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { countSigns, tidy } from '@/lib/submissions/values';
import { isInScope } from './scope';

/** Longest note, in signs. */
export const NOTE_MAX = 2_000;

export type NoteError = Refusal | { code: 'noteNeeded' | 'noteTooLong' | 'notFound' } | StorageTrouble;

/** Adds a note for colleagues to a story. A note is never changed; it goes with the story. Needs the right `readQueue`. */
export async function addNote(
  staff: Staff,
  submissionId: number,
  written: string,
  now = new Date(),
): Promise<Result<null, NoteError>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const text = tidy(written);
  if (text === '') return fail({ code: 'noteNeeded' });
  if (countSigns(text, NOTE_MAX) > NOTE_MAX) return fail({ code: 'noteTooLong' });
  return writing<null, NoteError>(async (tx) => {
    const there = await tx.submission.count({ where: { id: submissionId, state: { not: 'erased' } } });
    if (there === 0 || !(await isInScope(tx, staff, submissionId))) return fail({ code: 'notFound' });
    await tx.storyNote.create({ data: { submissionId, staffId: staff.id, at: now, text } });
    await recordAudit(tx, {
      ...{ actor: { kind: 'staff', id: staff.id }, action: 'submission.note' },
      object: { kind: 'submission', id: submissionId },
    });
    return ok(null);
  });
}
