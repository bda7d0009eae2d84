import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { fail, type Result } from '@/lib/shared/result';
import type { UndoError, Undone } from '../undo-types';
import { runScript } from './work';

/** Takes a whole run of the importer back, in a process of its own; waits for it. */
export async function undoRun(
  staff: Staff,
  run: number,
  now = new Date(),
): Promise<Result<Undone, Refusal | UndoError | { code: 'broken' }>> {
  const allowed = authorise(staff, 'undoImport', now);
  if (!allowed.ok) return allowed;
  const { code, output } = await runScript('undo', run, staff.id);
  return code === 0 ? (JSON.parse(output) as Result<Undone, UndoError>) : fail({ code: 'broken' });
}
