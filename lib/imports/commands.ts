import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { db, type Tx } from '@/lib/db';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { loadCollectedStories } from '@/lib/stories/load-collected';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { vocabularies } from '@/lib/taxonomies/queries';
import { columnKey, findColumn, nearestColumn } from './column-names';
import { EXPORT_ONLY_COLUMNS } from './columns';
import { composeRows, type JudgeContext, type JudgedRow, judgeRows, type RowDecision } from './judge';
import type { ColumnMapping } from './mapping';
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
  /** For each column of the file the name of ours that it means, or null; without it the header says so itself. */
  mapping?: ColumnMapping | null;
  /** What staff decided on single rows, by their number. */
  decisions?: ReadonlyMap<number, RowDecision>;
  /** Told of the verdict on each row, before the next ones are judged. */
  onRow?: (row: JudgedRow) => Promise<void>;
  /** What else is written in the transaction of the run. */
  alongside?: (tx: Tx, report: ImportReport) => Promise<void>;
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
  const table = await openTable(file, options.mapping);
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
  if (options.dryRun || (report.errors.length > 0 && !options.skipInvalid)) return report;

  const run = await recordRun(tx, file, report);
  const changes = composeRows(tx, plannedRows(table, plan, options), plan, context);
  await saveEnterprises(tx, changes, { actor: options.actor ?? ACTOR, runId: run.id });
  await tx.importRun.update({ where: { id: run.id }, data: { finishedAt: new Date() } });
  const written = { ...report, run: run.id };
  await options.alongside?.(tx, written);
  return written;
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
    districtName: (code) => vocab.districts.get(code)?.nameSr ?? code,
    districtOf: (id) => vocab.municipalities.get(id)?.districtCode ?? null,
    index: await readRecordIndex(tx, vocab),
    otherValues: options.otherValuesFile ? await readOtherValues(options.otherValuesFile, findTerm) : new Map(),
    allowDuplicates: options.allowDuplicates === true,
    decisions: options.decisions ?? new Map(),
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
  { skipInvalid, onProgress, onRow }: ImportOptions,
): Promise<Plan> {
  const plan: Plan = new Map();
  const names = new Set<string>();
  let rows = 0;
  for await (const judged of judgeRows(tx, table.rows(), context)) {
    const { source, nameKey, verdict, warnings } = judged;
    onProgress?.('check', ++rows, table.rowEstimate);
    await onRow?.(judged);
    names.add(nameKey);
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
      case 'skipped':
        report.skipped = (report.skipped ?? 0) + 1;
        break;
      case 'new':
        report.new++;
        report.warnings.push(...warnings);
        plan.set(source.row, null);
        break;
      case 'updated':
        report.updated++;
        report.warnings.push(...warnings);
        plan.set(source.row, verdict.id);
        break;
    }
  }
  warnOfOtherValues(context.otherValues, names, report);
  return plan;
}

async function* plannedRows(table: SourceTable, plan: Plan, { onProgress }: ImportOptions): AsyncGenerator<SourceRow> {
  if (plan.size === 0) return;
  let rows = 0;
  for await (const row of table.rows()) {
    if (!plan.has(row.row)) continue;
    onProgress?.('write', ++rows, plan.size);
    yield row;
  }
}

/** A name in the file of other values that no row of this file bears is a slip of the pen. */
function warnOfOtherValues(
  otherValues: JudgeContext['otherValues'],
  names: ReadonlySet<string>,
  report: ImportReport,
): void {
  for (const [name, values] of otherValues) {
    if (names.has(name)) continue;
    const value = values[0]?.value ?? '';
    report.warnings.push({ row: 0, column: null, value: name, code: 'otherValueWithoutRow', params: { value } });
  }
}

async function recordRun(tx: Tx, file: string, report: ImportReport): Promise<{ id: number }> {
  const counts = { created: report.new, updated: report.updated, unchanged: report.unchanged };
  const rejected = new Set(report.errors.map(({ row }) => row)).size;
  return tx.importRun.create({
    data: {
      fileName: path.basename(file),
      fileSha256: await sha256(file),
      ...counts,
      duplicates: report.duplicates,
      rejected,
    },
    select: { id: true },
  });
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Tells that the shipped dataset was loaded once; it is never loaded again. */
const SEEDED = 'seededAt';

/**
 * Loads the vocabularies, the gazetteer and the dataset of a folder into an empty database, and the collected stories;
 * does nothing to one that was filled before, or that holds a record.
 * @returns the report of the import; null when nothing was to be done
 * @throws when the dataset has errors, which is a fault of the release
 */
export async function seedDatabase(dataDir: string = path.resolve('prisma/data')): Promise<ImportReport | null> {
  if (await db().meta.findUnique({ where: { key: SEEDED } })) return null;
  if ((await db().enterprise.count()) > 0) return null;
  await db().$transaction((tx) => loadReferenceData(tx, dataDir));
  const otherValuesFile = path.join(dataDir, 'other-values.csv');
  const report = await importFile(path.join(dataDir, 'enterprises.csv'), {
    actor: 'seed',
    ...(existsSync(otherValuesFile) ? { otherValuesFile } : {}),
  });
  if (report.run === null || report.duplicates > 0) {
    throw new Error(`the dataset cannot be loaded: ${JSON.stringify(report.errors[0] ?? report.duplicateRows[0])}`);
  }
  await db().$transaction((tx) => loadCollectedStories(tx, dataDir));
  await db().meta.create({ data: { key: SEEDED, value: new Date().toISOString() } });
  return report;
}
