import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';

/** A DATA_DIR of a test's own. */
export interface DataFolder {
  folder: string;
  file: string;
  query: (sql: string) => unknown;
  /** Paths under the folder with the hashes of their contents, without the lock. */
  contents: () => Record<string, string>;
}

export function dataFolder(folder = path.join(mkdtempSync(path.join(tmpdir(), 'backup-test-')), 'data')): DataFolder {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'directory.db');
  return {
    folder,
    file,
    query: (sql) => query(file, sql),
    contents: () => hashesUnder(folder),
  };
}

export function query(file: string, sql: string): unknown {
  const connection = new Database(file);
  try {
    const statement = connection.prepare(sql);
    return statement.reader ? statement.pluck().get() : statement.run().changes;
  } finally {
    connection.close();
  }
}

export function rows(file: string, sql: string): unknown[] {
  const connection = new Database(file, { readonly: true });
  try {
    return connection.prepare(sql).all();
  } finally {
    connection.close();
  }
}

function hashesUnder(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== 'in-use.lock' && statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );
}

/** Puts an upload where its hash says. @returns its hash */
export function putUpload({ folder }: DataFolder, content: Buffer = randomBytes(5_000)): string {
  const hash = createHash('sha256').update(content).digest('hex');
  mkdirSync(path.join(folder, 'files', hash.slice(0, 2)), { recursive: true });
  writeFileSync(path.join(folder, 'files', hash.slice(0, 2), hash), content);
  return hash;
}

export function putKey({ folder }: DataFolder): void {
  mkdirSync(path.join(folder, 'keys'), { recursive: true });
  writeFileSync(path.join(folder, 'keys', 'contact.key'), `${'5'.repeat(64)}\n`, { mode: 0o600 });
}

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

const environment = (folder: string, more: Record<string, string>) => ({
  ...process.env,
  DATABASE_URL: '',
  LOG_LEVEL: '',
  CONTACT_KEY: '',
  ...more,
  DATA_DIR: folder,
});

/** Runs one of our commands to its end: `npm run NAME -- ARGS` without npm. */
export function runCommand(
  script: string,
  { folder }: DataFolder,
  args: string[] = [],
  more: Record<string, string> = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', script, ...args], {
    env: environment(folder, more),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

export const backup = (data: DataFolder, args: string[] = [], more = {}) =>
  runCommand('scripts/backup.ts', data, args, more);
export const restore = (data: DataFolder, args: string[] = [], more = {}) =>
  runCommand('scripts/restore.ts', data, args, more);
export const verify = (data: DataFolder, args: string[] = []) => runCommand('scripts/audit-verify.ts', data, args);

/** Starts a script of ours without run.mjs between, so that a kill reaches it. */
export function startScript(script: string, { folder }: DataFolder, args: string[] = []): ChildProcess {
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, ...args], {
    env: environment(folder, {}),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Backups in a folder's `backups`. */
export function backupsOf({ folder }: DataFolder): string[] {
  return readdirSync(path.join(folder, 'backups')).filter((name) => name.endsWith('.tar.gz'));
}

export function dispose({ folder }: DataFolder): void {
  rmSync(path.dirname(folder), { recursive: true, force: true });
}
