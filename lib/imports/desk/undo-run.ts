import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { fail, type Result } from '@/lib/shared/result';
import type { UndoError, Undone } from '../undo-types';
import { runScript } from './work';

type Outcome = Result<Undone, UndoError | { code: 'broken' }>;

interface Undoing {
  work: Promise<Outcome>;
  /** null as long as it goes on. */
  outcome: Outcome | null;
}

// Next evaluates modules once per bundle. Of a run that was being undone when the server stopped the database knows the end.
const shared = globalThis as unknown as { __undoings?: Map<number, Undoing> };
function undoings(): Map<number, Undoing> {
  shared.__undoings ??= new Map();
  return shared.__undoings;
}

/** As long as somebody waits for the answer to a form; a large run takes longer, and goes on without them. */
const ANSWER_WITHIN_MS = 8_000;

/**
 * Takes a whole run of the importer back, in a process of its own. `running`: it goes on, and the page of the imports tells how it
 * went (`undoingOf`).
 */
export async function undoRun(
  staff: Staff,
  run: number,
  { now = new Date(), waitMs = ANSWER_WITHIN_MS }: { now?: Date; waitMs?: number } = {},
): Promise<Result<Undone, Refusal | UndoError | { code: 'broken' | 'running' }>> {
  const allowed = authorise(staff, 'undoImport', now);
  if (!allowed.ok) return allowed;
  const known = undoings().get(run);
  const undoing = known?.outcome === null ? known : begin(run, staff.id);
  return Promise.race([undoing.work, sleep(waitMs, fail({ code: 'running' } as const), { ref: false })]);
}

/** Whether a run is being taken back now, or why that did not succeed the last time; null where there is nothing to tell. */
export function undoingOf(run: number): 'running' | (UndoError | { code: 'broken' }) | null {
  const known = undoings().get(run);
  if (!known) return null;
  if (known.outcome === null) return 'running';
  return known.outcome.ok ? null : known.outcome.error;
}

function begin(run: number, staffId: string): Undoing {
  const work = runScript('undo', run, staffId).then(
    ({ code, output }): Outcome => (code === 0 ? (JSON.parse(output) as Outcome) : fail({ code: 'broken' })),
    () => fail({ code: 'broken' } as const),
  );
  const undoing: Undoing = { work, outcome: null };
  undoings().set(run, undoing);
  void work.then((outcome) => {
    undoing.outcome = outcome;
  });
  return undoing;
}
