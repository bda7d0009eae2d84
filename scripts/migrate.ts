import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { draftMigration, migrateDatabase, pendingMigrations } from '@/lib/db/migrate';
import { databaseFile } from '@/lib/env';

/**
 * `npm run migrate` applies what is missing to the database of the settings; `npm run migrate -- NAME` writes a
 * new migration for the changes in schema.prisma.
 */
const name = process.argv[2];

if (name === undefined) {
  const file = databaseFile();
  mkdirSync(path.dirname(file), { recursive: true });
  const { applied } = await migrateDatabase(file);
  console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied: ${applied.join(', ')}`);
  const pending = await pendingMigrations(file);
  if (pending.length > 0) throw new Error(`Still pending: ${pending.join(', ')}`);
} else if (!/^[a-z0-9_]+$/.test(name)) {
  console.error(`The name of a migration has small letters, digits and _ only; "${name}" has others.`);
  process.exitCode = 2;
} else {
  const scratch = mkdtempSync(path.join(tmpdir(), 'migration-'));
  const sql = await draftMigration(path.join(scratch, 'scratch.db'));
  rmSync(scratch, { recursive: true });
  if (sql === null) {
    console.log('schema.prisma and the migrations agree; nothing written.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = path.join('prisma/migrations', `${stamp}_${name}`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    console.log(`Written: ${folder}/migration.sql`);
  }
}
