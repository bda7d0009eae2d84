import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { databaseFile, dataDir } from '@/lib/env';
import { FOLDERS } from './archive-format';
import { demandSpace, filesUnder } from './folders';
import { backupsFolder } from './place';
import { BackupProblem } from './problem';
import { backupName, outdated } from './rotation';

/** What a backup would do, as things stand. */
export interface BackupPlan {
  file: string;
  /** Room that it takes at most while it is made, in bytes; so much is free. */
  needed: number;
  /** Names of older backups that would go. */
  removed: string[];
}

/**
 * Looks whether a backup could be made, and makes nothing: the database is there, nothing stands in the way, and the disk has
 * the room that the real one demands.
 * @throws BackupProblem, as `makeBackup` would
 */
export function planBackup({ target, now = new Date() }: { target?: string; now?: Date } = {}): BackupPlan {
  const file = place(target, now);
  const folder = path.dirname(file);
  const needed = spaceFor(sizeOfUploads());
  demandSpace(existing(folder), needed);
  return { file, needed, removed: target === undefined ? toRemove(folder, file, now) : [] };
}

/** A folder, or the nearest one above it that is there: on its disk the folder would be made. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(path.dirname(folder));
}

/** Room for the copy of the database, and for the archive beside it. Bytes. */
export function spaceFor(uploads: number): number {
  return 2 * statSync(databaseFile()).size + uploads;
}

/** Bytes of all files that go into a backup beside the database. */
export function sizeOfUploads(): number {
  let sum = 0;
  for (const folder of FOLDERS) {
    for (const { file } of filesUnder(path.join(dataDir(), folder), ''))
      sum += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}

/** Names of older backups that the rule removes after this one. */
export function toRemove(folder: string, newest: string, now: Date): string[] {
  if (!existsSync(folder)) return [];
  const names = [...readdirSync(folder), path.basename(newest)];
  return outdated(names, now).filter((name) => name !== path.basename(newest));
}

/** Where a backup would be written. @throws BackupProblem when there is no database, or something stands there already */
export function place(target: string | undefined, now: Date): string {
  const database = databaseFile();
  if (!existsSync(database)) {
    throw new BackupProblem(
      'noDatabase',
      `There is no database at ${database}. Let DATA_DIR name the folder that holds it.`,
    );
  }
  if (target === undefined) return freeName(backupsFolder(), now);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) return freeName(path.resolve(target), now);
  const file = path.resolve(target);
  if (existsSync(file)) throw targetExists(file);
  return file;
}

/** A backup is named by its second; the second one of a second is named by the next. */
function freeName(folder: string, now: Date): string {
  const file = path.join(folder, backupName(now));
  return existsSync(file) ? freeName(folder, new Date(now.getTime() + 1_000)) : file;
}

export const targetExists = (file: string) =>
  new BackupProblem('targetExists', `${file} exists already, and no backup is ever written over. Choose another name.`);
