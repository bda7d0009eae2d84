import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { fail, ok, type Result } from '@/lib/shared/result';
import { importFolder, readProgress } from './folder';
import { IMPORT_PAGE_SIZE } from './limits';
import type { ImportJobView, ImportRowView, ImportRunView, ImportState, VerdictTag } from './schema';
import { undoingOf } from './undo-run';

type JobRow = Awaited<ReturnType<typeof jobRow>>;

function jobRow(id: number) {
  return db().importJob.findUnique({ where: { id } });
}

/** One import; a work that was broken off is told as such. */
export async function findImport(
  staff: Staff,
  id: number,
  now = new Date(),
): Promise<Result<ImportJobView, Refusal | { code: 'unknown' }>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  const row = Number.isSafeInteger(id) && id > 0 ? await jobRow(id) : null;
  return row ? ok(await toView(row)) : fail({ code: 'unknown' });
}

async function toView(row: NonNullable<JobRow>): Promise<ImportJobView> {
  const { id, fileName, bytes, createdAt, staffId, report, fault, rejected, runId } = row;
  const works = row.state === 'checking' || row.state === 'writing';
  const progress = works ? await readProgress(id, row.aliveAt) : null;
  // A run that has its number is written, whatever became of the process after it.
  const isBroken = works && progress === null && runId === null;
  const isWritten = works && progress === null && runId !== null;
  return {
    ...{ id, fileName, bytes, createdAt, staffId, runId, progress },
    state: isBroken ? 'failed' : isWritten ? 'done' : (row.state as ImportState),
    columns: JSON.parse(row.columns),
    mapping: JSON.parse(row.mapping),
    counts: report === null ? null : JSON.parse(report),
    fault: isBroken ? { code: 'broken' } : fault === null ? null : JSON.parse(fault),
    hasRejected: rejected !== null,
  };
}

/** Imports that wait for somebody, and all runs, the newest first. */
export async function listImports(
  staff: Staff,
  now = new Date(),
): Promise<Result<{ jobs: ImportJobView[]; runs: ImportRunView[] }, Refusal>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  const open = ['uploaded', 'checking', 'checked', 'writing', 'failed'];
  const jobs = await db().importJob.findMany({ where: { state: { in: open } }, orderBy: { id: 'desc' }, take: 20 });
  const runs = await db().importRun.findMany({ orderBy: { id: 'desc' }, take: MOST_RUNS });
  return ok({
    jobs: await Promise.all(jobs.map(toView)),
    runs: runs.map(({ id, startedAt, fileName, created, updated, rejected, duplicates, undoneAt }) => ({
      ...{ id, startedAt, fileName, created, updated, rejected, duplicates, undoneAt },
      undoing: undoneAt ? null : undoingOf(id),
    })),
  });
}

const MOST_RUNS = 50;

/** The verdicts of one kind, a page of them. @param page 1-based */
export async function listVerdicts(
  staff: Staff,
  { id, verdict, page }: { id: number; verdict: VerdictTag; page: number },
  now = new Date(),
): Promise<Result<{ rows: ImportRowView[]; total: number; undecided: number }, Refusal>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  const where = { jobId: id, verdict };
  const rows = await db().importJobRow.findMany({
    where,
    orderBy: { row: 'asc' },
    skip: (page - 1) * IMPORT_PAGE_SIZE,
    take: IMPORT_PAGE_SIZE,
  });
  return ok({
    rows: rows.map(({ row, name, remarks, decision }) => ({
      ...{ row, name, verdict, decision, errors: [], warnings: [], candidates: [] },
      ...JSON.parse(remarks),
    })),
    total: await db().importJobRow.count({ where }),
    undecided: await db().importJobRow.count({ where: { jobId: id, verdict: 'duplicate', decision: null } }),
  });
}

/** The file with the rows that were not written. @returns its path and the name under which it is given out */
export async function findRejected(
  staff: Staff,
  id: number,
  now = new Date(),
): Promise<Result<{ path: string; name: string }, Refusal | { code: 'unknown' }>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  const row = Number.isSafeInteger(id) && id > 0 ? await jobRow(id) : null;
  if (!row?.rejected) return fail({ code: 'unknown' });
  return ok({
    path: `${importFolder(id)}/${row.rejected}`,
    name: `import-${id}-${row.rejected.replace(/^list\./, '')}`,
  });
}
