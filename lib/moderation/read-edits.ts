import { fail, ok, type Result } from '@/lib/shared/result';
import type { StaffEdit } from './edit-as-staff';

type TextEdit = Extract<StaffEdit, { kind: 'personalData' | 'spelling' }>;

/**
 * The texts of a posted form of edits: `text.FIELD` is the text, `kind.FIELD` what the change is said to be, `was.FIELD` what
 * the page showed. Every text that was sent is read, whichever field it names: the command refuses what staff may not change.
 */
export function readTextEdits(
  names: readonly string[],
  field: (name: string) => string,
): Result<TextEdit[], { field: string }> {
  const edits: TextEdit[] = [];
  for (const name of names.filter((one) => one.startsWith('text.'))) {
    const answer = name.slice('text.'.length);
    const text = field(name).replaceAll('\r\n', '\n');
    if (text.trim() === field(`was.${answer}`).replaceAll('\r\n', '\n').trim()) continue;
    const kind = field(`kind.${answer}`);
    if (kind !== 'personalData' && kind !== 'spelling') return fail({ field: answer });
    edits.push({ field: answer, kind, text });
  }
  return ok(edits);
}
