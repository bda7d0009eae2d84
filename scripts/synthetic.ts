import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify';
import { closeDb, db } from '@/lib/db';
import { migrateDatabase } from '@/lib/db/migrate';
import { saveEnterprises } from '@/lib/enterprises/commands';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { forgetSettings } from '@/lib/env';
import { SYNTHETIC_COLUMNS } from '@/lib/imports/synthetic/csv';
import { syntheticRecords } from '@/lib/imports/synthetic/records';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { vocabularies } from '@/lib/taxonomies/queries';

/**
 * Makes records for the benchmark, for nothing else:
 * `node scripts/run.mjs scripts/synthetic.ts COUNT FILE.csv` a file for the importer;
 * `node scripts/run.mjs scripts/synthetic.ts COUNT FILE.db` (or `--db FILE`) a database with them, made where it is
 * missing. Refuses a database that holds a real record. Exit codes: 0 done, 2 wrong words or such a database.
 */
const USAGE = 'node scripts/run.mjs scripts/synthetic.ts COUNT FILE.csv | COUNT FILE.db | COUNT --db FILE';
const MOST = 1_000_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { db: { type: 'string' } }, allowPositionals: true });
  const count = Number(positionals[0]);
  const file = values.db ?? positionals[1];
  if (!Number.isInteger(count) || count < 1 || count > MOST || !file) throw new Refusal(USAGE);
  if (values.db === undefined && !/\.(db|sqlite)$/.test(file)) await writeCsv(count, file);
  else await fillDatabase(count, path.resolve(file));
}

/** What the words of the command, or the database, forbid. */
class Refusal extends Error {}

async function openDatabase(file: string): Promise<void> {
  process.env.DATABASE_URL = `file:${file}`;
  forgetSettings();
  await migrateDatabase(file);
  await db().$transaction((tx) => loadReferenceData(tx, path.resolve('prisma/data')));
}

async function fillDatabase(count: number, file: string): Promise<void> {
  if (existsSync(file)) await refuseRealRecords(file);
  await openDatabase(file);
  const records = syntheticRecords(count, vocabularies());
  await db().$transaction((tx) =>
    saveEnterprises(tx, toChanges(records, count), { actor: 'synthetic', runId: null, history: false }),
  );
}

async function refuseRealRecords(file: string): Promise<void> {
  process.env.DATABASE_URL = `file:${file}`;
  forgetSettings();
  const real = await db().enterprise.count({ where: { synthetic: false } });
  await closeDb();
  if (real > 0) throw new Refusal(`${file} holds ${real} real records; made-up ones do not go there`);
}

function* toChanges(records: Iterable<EnterpriseInput>, count: number) {
  let made = 0;
  for (const input of records) {
    if (++made % 10_000 === 0) process.stderr.write(`${made} of ${count}\n`);
    yield { id: null, input };
  }
}

/** The gazetteer and the vocabularies stand in tables, so a file too needs a database, for as long as it is made. */
async function writeCsv(count: number, file: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synthetic-'));
  try {
    await openDatabase(path.join(folder, 'reference.db'));
    const columns = Object.keys(SYNTHETIC_COLUMNS);
    const rows = Readable.from(toRows(syntheticRecords(count, vocabularies())));
    await pipeline(rows, stringify({ header: true, columns }), createWriteStream(file));
  } finally {
    await closeDb();
    rmSync(folder, { recursive: true, force: true });
  }
}

function* toRows(records: Iterable<EnterpriseInput>) {
  for (const record of records) yield Object.values(SYNTHETIC_COLUMNS).map((value) => value(record) ?? '');
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Refusal) && (error as { code?: string }).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
} finally {
  await closeDb();
}
