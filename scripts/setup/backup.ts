import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { copyDatabase } from '@/lib/backup/copy-database';

/** How many copies are kept that were made before a migration; older ones are removed. */
export const BACKUPS_KEPT = 10;
const NAME = /^directory-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.db$/;

/**
 * Copies a database, open or not, into a folder, as one file named after the time. Only before migrations: a whole backup,
 * with uploads and key, is made by lib/backup.
 * @returns path of the copy
 */
export async function backUpDatabase(file: string, folder: string, now = new Date()): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `directory-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.db`;
  const target = path.join(folder, name);
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  await copyDatabase(file, draft);
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
