import type { DuplicateRow, RowError, RowWarning } from '../report';
import type { UnusableCode } from '../table';
import type { undoingOf } from './undo-run';

/** How far an import on a page has come. */
export type ImportState = 'uploaded' | 'checking' | 'checked' | 'writing' | 'done' | 'failed' | 'discarded';

/** Why an import cannot go on. */
export type ImportFault =
  | { code: 'unusable'; reason: UnusableCode; row: number | null; detail: string }
  /** The program ended in the middle; nothing was written. */
  | { code: 'broken' };

export const VERDICTS = ['duplicate', 'error', 'new', 'updated', 'unchanged', 'skipped'] as const;
export type VerdictTag = (typeof VERDICTS)[number];

/** Counts of a rehearsal or of a run. */
export interface ImportCounts {
  new: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  errors: number;
  skipped: number;
}

export interface ImportJobView {
  id: number;
  fileName: string;
  bytes: number;
  createdAt: Date;
  staffId: string;
  state: ImportState;
  columns: string[];
  mapping: (string | null)[];
  counts: ImportCounts | null;
  fault: ImportFault | null;
  hasRejected: boolean;
  runId: number | null;
  /** While it works: rows done, and about how many there are. */
  progress: { rows: number; all: number } | null;
}

/** The verdict on one row, as the page shows it. */
export interface ImportRowView {
  row: number;
  name: string;
  verdict: VerdictTag;
  errors: RowError[];
  warnings: RowWarning[];
  candidates: Pick<DuplicateRow, 'of' | 'reasons'>[];
  /** new, skip or same:ID; null while nothing was decided. */
  decision: string | null;
}

export interface ImportRunView {
  id: number;
  startedAt: Date;
  fileName: string;
  created: number;
  updated: number;
  rejected: number;
  duplicates: number;
  undoneAt: Date | null;
  /** Being undone now, or why that did not succeed the last time. */
  undoing: ReturnType<typeof undoingOf>;
}
