import 'server-only';
import type { Dirent } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { databaseFile, dataDir } from '@/lib/env';

/** What lies where, in bytes. */
export interface DiskView {
  /** Left on the disk of DATA_DIR, for this user. */
  free: number;
  /** Size of that disk. */
  total: number;
  database: number;
  uploads: number;
  backups: number;
}

const KEPT_MS = 60_000;
let known: { at: number; folder: string; view: DiskView } | undefined;

/** Measures the disk; at most once a minute, because it has to look at every file of the uploads. */
export async function readDisk(now = Date.now()): Promise<DiskView> {
  const folder = dataDir();
  if (known?.folder === folder && now - known.at < KEPT_MS) return known.view;
  const { bavail, blocks, bsize } = await statfs(folder);
  const file = databaseFile();
  const parts = await Promise.all(['', '-wal', '-shm'].map((suffix) => sizeOf(file + suffix)));
  const view = {
    ...{ free: bavail * bsize, total: blocks * bsize },
    database: parts.reduce((sum, bytes) => sum + bytes, 0),
    uploads: await folderSize(path.join(folder, 'files')),
    backups: await folderSize(path.join(folder, 'backups')),
  };
  known = { at: now, folder, view };
  return view;
}

async function folderSize(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await entriesOf(folder)) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) sum += await folderSize(inside);
    else if (entry.isFile()) sum += await sizeOf(inside);
  }
  return sum;
}

/** A folder that is not there has nothing in it; nor has one that went meanwhile. */
function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  return found?.size ?? 0;
}
