import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { db, type Tx } from '@/lib/db';
import { type EnterpriseChange, saveEnterprises } from '@/lib/enterprises/commands';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { vocabularies } from '@/lib/taxonomies/queries';
import { columnKey, findColumn, nearestColumn } from './column-names';
import { EXPORT_ONLY_COLUMNS } from './columns';
import { type JudgeContext, judgeRows } from './judge';
import { readRecordIndex } from './match';
import { readOtherValues } from './other-values';
import { openTable } from './read-file';
import { collectRejected, type RejectedFile } from './rejected-file';
import type { ImportReport } from './report';
import type { SourceRow, SourceTable } from './table';
import { termFinder } from './terms';

export interface ImportOptions {
  /** Judge all rows and write nothing. */
  dryRun?: boolean;
  /** Write the rows without errors; the others go, as they came, into a file beside the input. */
  skipInvalid?: boolean;
  /** Write possible duplicates as records of their own. */
  allowDuplicates?: boolean;
  /** File of values in which other sources differ from the records (`prisma/data/other-values.csv`). */
  otherValuesFile?: string;
  /** Who imports; stands in the history of each record. */
  actor?: string;
  /** Told after each row how many are read, or prepared for writing. */
  onProgress?: (phase: 'check' | 'write', rows: number, all: number | null) => void;
}

const ACTOR = 'import';

/**
 * Reads a file of records into the directory, in one transaction: with an error nothing is written, unless
 * `skipInvalid`. The file is read twice as a stream, first to judge its rows and then to write them. A run that was
 * completed is recorded, even when it changed nothing.
 * @throws UnusableFileError when the file is not one of records
 */
export async function importFile(file: string, options: ImportOptions = {}): Promise<ImportReport> {
  const table = await openTable(file);
  const rejected = collectRejected(file, table);
  try {
    const report = await db().$transaction((tx) => runImport(tx, file, table, rejected, options));
    if (report.run !== null) report.rejectedFile = await rejected.keep();
    return report;
  } finally {
    await rejected.discard();
  }
}

async function runImport(
  tx: Tx,
  file: string,
  table: SourceTable,
  rejected: RejectedFile,
  options: ImportOptions,
): Promise<ImportReport> {
  // The write lock first: what is judged must still be so when it is written.
  if (!options.dryRun) await tx.meta.deleteMany({ where: { key: '' } });
  const context = await judgeContext(tx, table, options);
  const report = emptyReport(table, options.dryRun === true);
  const plan = await judgeAll(tx, table, context, report, rejected, options);
  warnOfOtherValues(context, plan, report);
  if (options.dryRun || (report.errors.length > 0 && !options.skipInvalid)) return report;

  const run = await recordRun(tx, file, report);
  const written = writableRows(tx, table, context, plan, options);
  await saveEnterprises(tx, written, { actor: options.actor ?? ACTOR, runId: run.id });
  await tx.importRun.update({ where: { id: run.id }, data: { finishedAt: new Date() } });
  return { ...report, run: run.id };
}

async function judgeContext(tx: Tx, { columns }: SourceTable, options: ImportOptions): Promise<JudgeContext> {
  const vocab = vocabularies();
  const findTerm = termFinder(vocab);
  return {
    columns,
    columnPositions: new Map(
      columns.flatMap((header, position) => {
        const column = findColumn(header);
        return column ? [[column.name, position] as const] : [];
      }),
    ),
    vocabularies: vocab,
    findTerm,
    sizeCodes: vocab.terms('size').map(({ code }) => code),
    districtOf: (id) => vocab.municipalities.get(id)?.districtCode ?? null,
    index: await readRecordIndex(tx, vocab),
    otherValues: options.otherValuesFile ? await readOtherValues(options.otherValuesFile, findTerm) : new Map(),
    allowDuplicates: options.allowDuplicates === true,
    taken: new Map(),
  };
}

function emptyReport({ columns }: SourceTable, dryRun: boolean): ImportReport {
  const exported = new Set(EXPORT_ONLY_COLUMNS.map(columnKey));
  const strange = columns.filter((column) => findColumn(column) === null);
  return {
    run: null,
    ...{ new: 0, updated: 0, unchanged: 0, duplicates: 0 },
    ...{ errors: [], warnings: [], duplicateRows: [] },
    unknownColumns: strange
      .filter((column) => !exported.has(columnKey(column)))
      .map((name) => ({ name: name.trim(), nearest: nearestColumn(name) })),
    unreadColumns: strange.filter((column) => exported.has(columnKey(column))).map((name) => name.trim()),
    rejectedFile: null,
    dryRun,
  };
}

/** Rows to be written, by their number: the record that each updates, or null for a new one. */
type Plan = Map<number, number | null>;

async function judgeAll(
  tx: Tx,
  table: SourceTable,
  context: JudgeContext,
  report: ImportReport,
  rejected: RejectedFile,
  { skipInvalid, onProgress }: ImportOptions,
): Promise<Plan> {
  const plan: Plan = new Map();
  let rows = 0;
  for await (const { source, verdict, warnings } of judgeRows(tx, table.rows(), context)) {
    onProgress?.('check', ++rows, table.rowEstimate);
    report.warnings.push(...warnings);
    switch (verdict.tag) {
      case 'error':
        report.errors.push(...verdict.errors);
        if (skipInvalid) rejected.add(source);
        break;
      case 'duplicate':
        report.duplicates++;
        report.duplicateRows.push(verdict.duplicate);
        if (skipInvalid) rejected.add(source);
        break;
      case 'unchanged':
        report.unchanged++;
        break;
      case 'new':
        report.new++;
        plan.set(source.row, null);
        break;
      case 'updated':
        report.updated++;
        plan.set(source.row, verdict.id);
        break;
    }
  }
  return plan;
}

/** The planned rows once more, as the records that they make. */
async function* writableRows(
  tx: Tx,
  table: SourceTable,
  context: JudgeContext,
  plan: Plan,
  { onProgress }: ImportOptions,
): AsyncGenerator<EnterpriseChange> {
  let rows = 0;
  for await (const change of composeRows(tx, plannedRows(table, plan), context, plan)) {
    onProgress?.('write', ++rows, plan.size);
    yield change;
  }
}

async function* plannedRows(table: SourceTable, plan: Plan): AsyncGenerator<SourceRow> {
  if (plan.size === 0) return;
  for await (const row of table.rows()) if (plan.has(row.row)) yield row;
}
