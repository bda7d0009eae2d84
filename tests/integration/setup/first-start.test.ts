import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
const file = () => path.join(folder, 'directory.db');

/** Runs the database step of the start. */
function prepare(): number | null {
  const args = ['scripts/run.mjs', 'scripts/setup/database.ts'];
  return spawnSync(process.execPath, args, { env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' } }).status;
}

function query(sql: string): unknown {
  const connection = new Database(file());
  try {
    const statement = connection.prepare(sql);
    return statement.reader ? statement.pluck().get() : statement.run().changes;
  } finally {
    connection.close();
  }
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'first-start-'));
  expect(prepare()).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const enterprises = () => query('SELECT count(*) FROM "Enterprise"');

it('the first start fills an empty folder with the shipped enterprises, and leaves nothing else behind', () => {
  expect(enterprises()).toBeGreaterThan(100);
  expect(query('PRAGMA journal_mode')).toBe('wal');
  expect(query('PRAGMA integrity_check')).toBe('ok');
  expect(readdirSync(folder).filter((name) => !/^directory\.db(-wal|-shm)?$/.test(name))).toEqual([]);
});

it('a later start never fills it again, whatever was removed, and makes no backup without a reason', () => {
  const before = enterprises();
  query('DELETE FROM "Enterprise" WHERE id = (SELECT min(id) FROM "Enterprise")');
  query("INSERT INTO \"Meta\" VALUES ('note', 'ours')");
  expect(prepare()).toBe(0);
  expect(enterprises()).toBe(Number(before) - 1);
  expect(query(`SELECT "value" FROM "Meta" WHERE "key" = 'note'`)).toBe('ours');
  expect(readdirSync(folder)).not.toContain('backups');
});

it('not even when every enterprise and the mark of the first filling are gone', () => {
  query('DELETE FROM "Enterprise"');
  query(`DELETE FROM "Meta" WHERE "key" = 'seededAt'`);
  expect(prepare()).toBe(0);
  expect(enterprises()).toBe(0);
});
