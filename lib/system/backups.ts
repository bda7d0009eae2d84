import 'server-only';
import { statSync } from 'node:fs';
import path from 'node:path';
import { backupsIn } from '@/lib/backup/archive-heads';
import { backupsFolder } from '@/lib/backup/place';
import { BackupProblem } from '@/lib/backup/problem';
import { readManifest } from '@/lib/backup/read-archive';
import { backupTime } from '@/lib/backup/rotation';

/** The backups that lie in DATA_DIR/backups. */
export interface BackupsView {
  count: number;
  /** The newest; null when there is none. */
  last: {
    name: string;
    at: Date;
    bytes: number;
    /** Rows that it holds, by its manifest; null when it cannot be read any more. */
    rows: number | null;
    /** Older than the nightly rule allows. */
    isOld: boolean;
  } | null;
}

/** A night and some air. */
const OLD_MS = 26 * 3_600_000;

/** Looks at the newest backup. That it has its name means that it was read back when it was made. */
export async function readBackups(now = new Date()): Promise<BackupsView> {
  const files = backupsIn(backupsFolder());
  const newest = files.at(-1);
  const name = newest ? path.basename(newest) : '';
  const at = backupTime(name);
  if (!newest || !at) return { count: 0, last: null };
  const bytes = statSync(newest, { throwIfNoEntry: false })?.size ?? 0;
  const rows = await rowsIn(newest);
  return { count: files.length, last: { name, at, bytes, rows, isOld: now.getTime() - at.getTime() > OLD_MS } };
}

async function rowsIn(file: string): Promise<number | null> {
  try {
    const { tables } = await readManifest(file);
    return Object.values(tables).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    if (error instanceof BackupProblem) return null;
    throw error;
  }
}
