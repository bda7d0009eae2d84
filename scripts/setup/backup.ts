import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** How many backups are kept; older ones that this program made are removed. */
export const BACKUPS_KEPT = 10;
const NAME = /^directory-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.db$/;

/**
 * Copies a database, open or not, into a folder, as one file named after the time.
 * @returns path of the backup
 */
export async function backUpDatabase(file: string, folder: string, now = new Date()): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const name = `directory-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.db`;
  const target = path.join(folder, name);
  const draft = `${target}.part`;
  const source = new Database(file, { fileMustExist: true, timeout: 10_000 });
  try {
    await source.backup(draft);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    source.close();
  }
  // The copy inherits WAL mode; a backup should be one file that can be read where nothing may be written.
  const copy = new Database(draft);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  renameSync(draft, target);
  removeOldBackups(folder);
  return target;
}

/** Puts a backup in the place of a database that nobody has open. */
export function restoreDatabase(backup: string, file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
  const draft = `${file}.restoring`;
  copyFileSync(backup, draft);
  renameSync(draft, file);
}

function removeOldBackups(folder: string): void {
  const backups = readdirSync(folder).filter((name) => NAME.test(name));
  for (const name of backups.sort().slice(0, -BACKUPS_KEPT)) rmSync(path.join(folder, name));
}
