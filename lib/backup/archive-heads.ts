import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ChainMark } from '@/lib/audit/verify';
import type { Restored } from './database-facts';
import { BackupProblem } from './problem';
import { readManifest } from './read-archive';
import { backupTime } from './rotation';

/** Backups of ours in a folder, oldest first. */
export function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => backupTime(name) !== null)
    .sort()
    .map((name) => path.join(folder, name));
}

/**
 * Where the audit log ended when each backup was made. A backup that is newer than what was restored later remembers rows
 * that are rightly gone, and is left out.
 * @returns the unreadable ones apart
 */
export async function archiveHeads(
  files: readonly string[],
  restored: Restored | null,
): Promise<{ marks: ChainMark[]; superseded: string[]; unreadable: string[] }> {
  const found = { marks: [] as ChainMark[], superseded: [] as string[], unreadable: [] as string[] };
  for (const file of files) {
    const name = path.basename(file);
    try {
      const { audit, createdAt } = await readManifest(file);
      if (!audit || audit.entries === 0) continue;
      if (restored && createdAt < restored.at && audit.entries > restored.entries) found.superseded.push(name);
      else found.marks.push({ ...audit, source: name });
    } catch (error) {
      if (!(error instanceof BackupProblem)) throw error;
      found.unreadable.push(name);
    }
  }
  return found;
}
