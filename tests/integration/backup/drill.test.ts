import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BackupReport } from '@/lib/backup/make-backup';
import type { RestoreReport } from '@/lib/backup/restore';
import { createRealDatabase } from '@/tests/support/real-database';
import { type DataFolder, dataFolder, dispose, putKey, query, rows, runCommand, startScript, verify } from './support';

/** The drill: write under load, back up meanwhile, kill -9, restore somewhere else, compare. */
const BEFORE = 15;
const AFTER = 10;

let live: DataFolder;
let restored: DataFolder;
const writers: { child: ChildProcess; committed: number }[] = [];

beforeAll(async () => {
  live = dataFolder();
  restored = dataFolder();
  const real = await createRealDatabase();
  copyFileSync(real.file, live.file);
  await real.dispose();
  query(live.file, 'PRAGMA journal_mode = WAL');
  putKey(live);
});
afterAll(() => {
  for (const { child } of writers) child.kill('SIGKILL');
  dispose(live);
  dispose(restored);
});

function startWriter(name: string): void {
  const writer = { child: startScript('tests/integration/backup/writer.ts', live, [name]), committed: 0 };
  writer.child.stdout?.on('data', (chunk: Buffer) => {
    writer.committed = Number(chunk.toString().trim().split('\n').at(-1));
  });
  writers.push(writer);
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 1_500) throw new Error('The writers do not come on');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

/** Runs a command beside the writers, whose output must be read meanwhile. */
async function beside(script: string, args: string[]): Promise<string> {
  const child = startScript(script, live, args);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  return output;
}

it('what was backed up under load is whole after kill -9 and restore, to the last row', async () => {
  startWriter('first');
  startWriter('second');
  await until(() => writers.every(({ committed }) => committed >= BEFORE));
  const committedBefore = writers.map(({ committed }) => committed);

  const report = JSON.parse(await beside('scripts/backup.ts', ['--json'])) as BackupReport;
  const duringBackup = writers.map(({ committed }) => committed);
  expect(sum(duringBackup), 'written while the backup was made').toBeGreaterThan(sum(committedBefore));
  await until(() => writers.every(({ committed }, index) => committed >= (duringBackup[index] ?? 0) + AFTER));
  for (const { child } of writers) child.kill('SIGKILL');
  await Promise.all(writers.map(({ child }) => child.exitCode ?? child.signalCode ?? once(child, 'close')));
  expect(report.warnings).toEqual([]);

  // The database that was killed is whole too: each number that was printed is in it.
  expect(live.query('PRAGMA integrity_check')).toBe('ok');
  expect(verify(live).stdout).toMatch(/whole: \d+ entries.* 1 backups agree/);
  for (const [index, name] of ['first', 'second'].entries()) {
    const numbers = live.query(`SELECT count(*) FROM "StoredFile" WHERE "key" LIKE '${name}-%'`) as number;
    expect(numbers).toBeGreaterThanOrEqual(writers[index]?.committed ?? 0);
  }

  const { status, stdout, stderr } = runCommand('scripts/restore.ts', restored, [report.file, '--json']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const proven = JSON.parse(stdout) as RestoreReport;
  expect(proven.facts.tables).toEqual(report.manifest.tables);
  expect(proven.audit).toEqual(report.manifest.audit);
  expect(proven.warnings).toEqual([]);
  compare(report, committedBefore);

  // And the program starts on it.
  expect(runCommand('scripts/setup/database.ts', restored).status).toBe(0);
  expect(restored.query('SELECT count(*) FROM search_document')).toBe(report.manifest.tables.Enterprise);
  expect(verify(restored).status).toBe(0);
}, 60_000);

/** Row by row against the database that went on. */
function compare({ manifest }: BackupReport, committedBefore: readonly number[]): void {
  const entries = manifest.audit?.entries ?? 0;
  const upTo = `FROM "AuditEntry" WHERE "id" <= ${entries} ORDER BY "id"`;
  expect(rows(restored.file, `SELECT * ${upTo}`)).toEqual(rows(live.file, `SELECT * ${upTo}`));
  // Only the restore's own entry stands after those.
  expect(rows(restored.file, `SELECT "action" FROM "AuditEntry" WHERE "id" > ${entries}`)).toEqual([
    { action: 'backup.restore' },
  ]);
  const made = `SELECT "objectId" FROM "AuditEntry" WHERE "id" <= ${entries} AND "action" = 'enterprise.create'`;
  const records = `SELECT * FROM "Enterprise" WHERE "id" IN (${made}) ORDER BY "id"`;
  const found = rows(restored.file, records);
  expect(found).toEqual(rows(live.file, records));
  expect(found).toHaveLength(entries);
  // Nothing of what was committed later, and all that was committed before the backup began.
  expect(restored.query('SELECT count(*) FROM "Enterprise"')).toBe(manifest.tables.Enterprise);
  for (const [index, name] of ['first', 'second'].entries()) {
    const numbers = restored.query(`SELECT count(*) FROM "StoredFile" WHERE "key" LIKE '${name}-%'`) as number;
    expect(numbers).toBeGreaterThanOrEqual(committedBefore[index] ?? 0);
  }
  for (const { sha256 } of rows(restored.file, 'SELECT "sha256" FROM "StoredFile"') as { sha256: string }[]) {
    const name = path.join('files', sha256.slice(0, 2), sha256);
    expect(existsSync(path.join(restored.folder, name)), name).toBe(true);
    expect(readFileSync(path.join(restored.folder, name)).equals(readFileSync(path.join(live.folder, name)))).toBe(
      true,
    );
  }
  const key = path.join('keys', 'contact.key');
  expect(readFileSync(path.join(restored.folder, key), 'utf8')).toBe(readFileSync(path.join(live.folder, key), 'utf8'));
}
