import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { reader } from '@/lib/db';
import { ok, type Result } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import { computeFigures, FIGURE_KINDS, readFrom } from './rules';
import type { FigureEvent, Figures } from './schema';

// Next evaluates a module once per bundle; what was counted is one for the process.
const kept = globalThis as unknown as { __figures?: { key: string; figures: Figures } };

/**
 * The figures as of now. They are counted once for each new line of the log and each day; a request costs one look at the
 * end of the log, however long it is.
 */
export function figures(now = new Date()): Figures {
  const last = reader().prepare('SELECT max(id) AS id FROM SubmissionEvent').get() as { id: number | null };
  const key = `${last.id ?? 0} ${toDay(now)}`;
  if (kept.__figures?.key !== key) kept.__figures = { key, figures: computeFigures(readEvents(now), now) };
  return kept.__figures.figures;
}

/** The same for the desk, to whoever may read figures. */
export function figuresForDesk(staff: Staff, now = new Date()): Result<Figures, Refusal> {
  const allowed = authorise(staff, 'readFigures', now);
  return allowed.ok ? ok(figures(now)) : allowed;
}

interface EventRow {
  id: number;
  submissionId: number;
  at: string | number;
  kind: string;
  reason: string | null;
  details: string | null;
}

function readEvents(now: Date): FigureEvent[] {
  const marks = FIGURE_KINDS.map(() => '?').join(', ');
  const rows = reader()
    .prepare(
      `SELECT id, submissionId, at, kind, reason, CASE WHEN kind = 'undo' THEN details END AS details
       FROM SubmissionEvent WHERE at >= ? AND kind IN (${marks}) ORDER BY id`,
    )
    .all(readFrom(now).toISOString().replace('Z', '+00:00'), ...FIGURE_KINDS) as EventRow[];
  return rows.map(({ details, at, ...row }) => ({ ...row, at: new Date(at), undoes: undoneBy(details) }));
}

/** Ids of the events that an undoing names. */
function undoneBy(details: string | null): number[] {
  if (details === null) return [];
  const { event, events } = JSON.parse(details) as { event?: unknown; events?: unknown };
  return [event, ...(Array.isArray(events) ? events : [])].map(Number).filter(Number.isInteger);
}
