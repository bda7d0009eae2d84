import { existsSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { isUnfinished } from './archive-format';
import { BackupProblem } from './problem';

const MEBIBYTE = 1_048_576;

/** Files under a folder, by their paths from it with `/`, in order; what is being written is left out. */
export function* filesUnder(folder: string, prefix: string): Generator<{ name: string; file: string }> {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = `${prefix}/${entry.name}`;
    const file = path.join(folder, entry.name);
    if (isUnfinished(entry.name)) continue;
    if (entry.isDirectory()) yield* filesUnder(file, name);
    else if (entry.isFile()) yield { name, file };
  }
}

/** @throws BackupProblem when the folder's disk has less than that many bytes free, and some air */
export function demandSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = Math.ceil(bytes / MEBIBYTE) + 16;
  const free = Math.floor((bavail * bsize) / MEBIBYTE);
  if (free >= needed) return;
  throw new BackupProblem(
    'noSpace',
    `The disk is full: ${folder} has ${free} MiB left, and ${needed} MiB are needed. Free some space and try again; nothing was changed.`,
  );
}

/** Removes work folders (PREFIX + process number) of processes that are gone. */
export function removeLeftovers(folder: string, prefix: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid === process.pid || !isRunning(pid)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes renames and removals in a folder last through a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
