import { readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrateDatabase } from '@/lib/db/migrate';

/**
 * Makes a new database beside its final place, fills it, and moves it there when it is whole. A start that was broken
 * off therefore leaves no half-filled database behind, and what stands at the final place is never filled again.
 * @param fill loads the first content into the migrated file
 */
export async function createDatabase(file: string, fill: (draft: string) => Promise<void>): Promise<void> {
  removeDrafts(file);
  const draft = `${file}.new-${process.pid}`;
  await migrateDatabase(draft);
  await fill(draft);
  // Everything goes into the one file, which alone is moved. WAL mode stays with the file.
  const connection = new Database(draft);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  renameSync(draft, file);
  removeDrafts(file);
}

/** Removes what starts that were broken off have left; a draft of a process that still runs is not ours to remove. */
function removeDrafts(file: string): void {
  const prefix = `${path.basename(file)}.new-`;
  for (const name of readdirSync(path.dirname(file))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid === process.pid || !isRunning(pid)) rmSync(path.join(path.dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
