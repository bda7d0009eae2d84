import 'server-only';
import path from 'node:path';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { openPrisma } from '@/lib/db/connect';
import { insertRows } from '@/lib/enterprises/bulk-sqlite';
import { databaseFile } from '@/lib/env';
import { importFile } from '../commands';
import type { JudgedRow, RowDecision } from '../judge';
import type { ImportReport } from '../report';
import { UnusableFileError } from '../table';
import { faultOf } from './commands';
import { tellProgress, uploadedFile } from './folder';
import type { ImportCounts } from './schema';

/** Verdicts are written so many at a time. */
const BATCH = 250;
const TELL_EVERY_MS = 500;

/** The rehearsal: every row gets its verdict. What was decided on a row before stays with it. */
export async function checkImport(id: number): Promise<void> {
  // A second connection: the rehearsal reads in one long transaction of the first.
  const client = openPrisma(databaseFile());
  try {
    const decided = new Map((await decisionsOf(id)).map(({ row, decision }) => [row, decision]));
    await client.importJobRow.deleteMany({ where: { jobId: id } });
    let batch: JudgedRow[] = [];
    const flush = async () => {
      await insertRows(
        client,
        'ImportJobRow',
        ['jobId', 'row', 'name', 'verdict', 'remarks', 'decision'],
        batch.map((row) => toRow(id, row, decided)),
      );
      batch = [];
    };
    await run(id, {
      dryRun: true,
      onRow: async (row) => {
        batch.push(row);
        if (batch.length === BATCH) await flush();
      },
      finish: async (report) => {
        await flush();
        await client.importJob.update({
          where: { id },
          data: { state: 'checked', report: JSON.stringify(countsOf(report)) },
          select: { id: true },
        });
      },
    });
  } finally {
    await client.$disconnect();
  }
}

/** The run: what can be written is, in one transaction with its end in the desk's tables and in the audit log. */
export async function writeImport(id: number, staffId: string): Promise<void> {
  const decisions = new Map<number, RowDecision>();
  for (const { row, decision } of await decisionsOf(id)) {
    decisions.set(
      row,
      decision.startsWith('same:') ? { same: Number(decision.slice('same:'.length)) } : (decision as 'new' | 'skip'),
    );
  }
  await run(id, {
    decisions,
    skipInvalid: true,
    actor: `staff:${staffId}`,
    alongside: async (tx, report) => {
      const counts = countsOf(report);
      await tx.importJob.update({
        where: { id },
        data: { runId: report.run, report: JSON.stringify(counts) },
        select: { id: true },
      });
      await tx.importJobRow.deleteMany({ where: { jobId: id } });
      const object = { kind: 'importRun', id: report.run };
      await recordAudit(tx, {
        actor: { kind: 'staff', id: staffId },
        action: 'import.run',
        object,
        details: { ...counts },
      });
    },
    finish: async ({ rejectedFile }) => {
      const rejected = rejectedFile === null ? null : path.basename(rejectedFile);
      await db().importJob.update({ where: { id }, data: { state: 'done', rejected }, select: { id: true } });
    },
  });
}

type RunOptions = Omit<NonNullable<Parameters<typeof importFile>[1]>, 'mapping' | 'onProgress'> & {
  finish: (report: ImportReport) => Promise<void>;
};

async function run(id: number, { finish, ...options }: RunOptions): Promise<void> {
  const job = await db().importJob.findUniqueOrThrow({ where: { id }, select: { mapping: true } });
  const file = await uploadedFile(id);
  try {
    if (file === null) throw new UnusableFileError('notFound');
    const report = await importFile(file, { ...options, mapping: JSON.parse(job.mapping), onProgress: teller(id) });
    await finish(report);
  } catch (error) {
    await db().importJob.update({
      where: { id },
      data: { state: 'failed', fault: JSON.stringify(faultOf(error)) },
      select: { id: true },
    });
  }
}

function teller(id: number) {
  let last = 0;
  return (_phase: string, rows: number, all: number | null) => {
    if (Date.now() - last < TELL_EVERY_MS) return;
    last = Date.now();
    // Whether it can be told or not, the work goes on.
    try {
      tellProgress(id, { rows, all: all ?? 0 });
    } catch {}
  };
}

async function decisionsOf(jobId: number): Promise<{ row: number; decision: string }[]> {
  const rows = await db().importJobRow.findMany({
    where: { jobId, decision: { not: null } },
    select: { row: true, decision: true },
  });
  return rows.map(({ row, decision }) => ({ row, decision: decision ?? '' }));
}

const LONGEST_NAME = 200;

function toRow(jobId: number, { source, name, verdict, warnings }: JudgedRow, decided: ReadonlyMap<number, string>) {
  const remarks =
    verdict.tag === 'error'
      ? { errors: verdict.errors }
      : verdict.tag === 'duplicate'
        ? { candidates: verdict.candidates.map(({ of, reasons }) => ({ of, reasons })) }
        : { warnings };
  return {
    jobId,
    row: source.row,
    name: name.slice(0, LONGEST_NAME),
    verdict: verdict.tag,
    remarks: JSON.stringify(remarks),
    decision: verdict.tag === 'duplicate' ? (decided.get(source.row) ?? null) : null,
  };
}

function countsOf(report: ImportReport): ImportCounts {
  const errors = new Set(report.errors.map(({ row }) => row)).size;
  const { updated, unchanged, duplicates, skipped = 0 } = report;
  return { new: report.new, updated, unchanged, duplicates, errors, skipped };
}
