import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The version before the stories ended with the migration before this one. */
const STORIES = '20261125223610_stories';
const MIGRATIONS = path.resolve('prisma/migrations');

let folder: string;
const file = () => path.join(folder, 'directory.db');

function query(sql: string): unknown {
  const connection = new Database(file());
  try {
    const statement = connection.prepare(sql);
    return statement.reader ? statement.pluck().get() : statement.run().changes;
  } finally {
    connection.close();
  }
}

/** A database as the version before made it, with one record that staff have named themselves. */
function makeOldDatabase(): void {
  const connection = new Database(file());
  connection.pragma('journal_mode = WAL');
  connection.exec(`CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL,
    finished_at DATETIME, migration_name TEXT NOT NULL, logs TEXT, rolled_back_at DATETIME,
    started_at DATETIME NOT NULL DEFAULT current_timestamp, applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
  const done = connection.prepare(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, 1)',
  );
  for (const name of readdirSync(MIGRATIONS).filter((entry) => /^\d/.test(entry) && entry < STORIES)) {
    const sql = readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8');
    connection.exec(sql);
    done.run(randomUUID(), createHash('sha256').update(sql).digest('hex'), name, Date.now());
  }
  connection.exec(`
    INSERT INTO Taxonomy VALUES ('basis', 'Osnov', 'Basis'), ('practiceType', 'Po naški', 'Our way');
    INSERT INTO TaxonomyTerm (id, taxonomyCode, code, labelSr, labelEn) VALUES
      ('basis:called_by_source', 'basis', 'called_by_source', 'Tako ga zove izvor', 'Called so'),
      ('practiceType:masks', 'practiceType', 'masks', 'Maske po naški', 'Masks our way');
    INSERT INTO Enterprise (slug, nameSr, basisId) VALUES ('liceulice', 'Liceulice', 'basis:called_by_source');
    INSERT INTO Meta VALUES ('seededAt', '2026-11-20T00:00:00.000Z'), ('contentVersion', '5');`);
  connection.close();
}

/** Runs the database step of the start. */
function prepare(): { status: number | null; errors: string } {
  const args = ['scripts/run.mjs', 'scripts/setup/database.ts'];
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '' };
  const { status, stderr } = spawnSync(process.execPath, args, { env });
  return { status, errors: String(stderr) };
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'upgrade-'));
  makeOldDatabase();
  expect(prepare()).toEqual({ status: 0, errors: '' });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a start on the database of an earlier version adds the stories and their terms, and changes nothing of it', () => {
  expect(query('SELECT count(*) FROM Story')).toBe(52);
  expect(query(`SELECT labelSr FROM TaxonomyTerm WHERE id = 'practiceType:masks'`)).toBe('Maske po naški');
  expect(query(`SELECT nameSr FROM Taxonomy WHERE code = 'practiceType'`)).toBe('Po naški');
  expect(query(`SELECT count(*) FROM TaxonomyTerm WHERE taxonomyCode = 'beneficiary'`)).toBeGreaterThan(10);
  // Vocabularies that have nothing to do with stories are left alone.
  expect(query('SELECT count(DISTINCT taxonomyCode) FROM TaxonomyTerm')).toBe(5);
  expect(query('SELECT count(*) FROM Enterprise')).toBe(1);
  expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1);
});

test('links them with the records that are there, indexes them, and tells the caches', () => {
  expect(query('SELECT count(*) FROM Story WHERE enterpriseId IS NOT NULL')).toBe(1);
  expect(query(`SELECT count(*) FROM story_search_text WHERE story_search_text MATCH 'liceulice'`)).toBe(1);
  expect(Number(query(`SELECT value FROM Meta WHERE key = 'contentVersion'`))).toBeGreaterThan(5);
});

test('a second start changes nothing', () => {
  query('DELETE FROM Story WHERE id = 1');
  const before = query(`SELECT value FROM Meta WHERE key = 'contentVersion'`);
  expect(prepare().status).toBe(0);
  expect(query('SELECT count(*) FROM Story')).toBe(51);
  expect(query(`SELECT value FROM Meta WHERE key = 'contentVersion'`)).toBe(before);
});
