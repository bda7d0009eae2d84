import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { draftMigration, migrateDatabase } from '@/lib/db/migrate';
import { databaseFile, dataDir } from '@/lib/env';
import { migrateSafely } from './setup/migrate-safely';
import { toProblem } from './setup/problem.mjs';

/**
 * `npm run migrate` backs up the database of the settings and applies what it lacks; `npm run migrate -- NAME` writes
 * a new migration for the changes in schema.prisma.
 */
async function applyMissing(): Promise<void> {
  const file = databaseFile();
  mkdirSync(path.dirname(file), { recursive: true });
  const { applied } = existsSync(file)
    ? await migrateSafely(file, path.join(dataDir(), 'backups'), console.log)
    : await migrateDatabase(file);
  console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied: ${applied.join(', ')}`);
}

async function writeMigration(name: string): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'migration-'));
  const sql = await draftMigration(path.join(scratch, 'scratch.db')).finally(() =>
    rmSync(scratch, { recursive: true }),
  );
  if (sql === null) {
    console.log('schema.prisma and the migrations agree; nothing written.');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join('prisma/migrations', `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  console.log(`Written: ${folder}/migration.sql`);
}

const name = process.argv[2];
if (name !== undefined && !/^[a-z0-9_]+$/.test(name)) {
  console.error(`The name of a migration has small letters, digits and _ only; "${name}" has others.`);
  process.exit(2);
}
try {
  await (name === undefined ? applyMissing() : writeMigration(name));
} catch (error) {
  console.error(toProblem(error, 'migrating').message);
  process.exitCode = 1;
}
