import 'server-only';
import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { dataDir } from '@/lib/env';

/*
 * What belongs to an import on a page lies in a folder of its own, DATA_DIR/imports/ID: the list as it came, how far the work
 * has come, and the rows that were not written.
 */

export function importFolder(id: number): string {
  return path.join(dataDir(), 'imports', String(id));
}

/** The uploaded list. Its name is ours; what it holds tells its format, but for the ending of GeoJSON and XLSX. */
export async function uploadedFile(id: number): Promise<string | null> {
  const names = await readdir(importFolder(id)).catch(() => []);
  const name = names.find((one) => /^list\.[a-z]+$/.test(one));
  return name ? path.join(importFolder(id), name) : null;
}

/** Puts a received file into the folder of an import. @param name as its sender had it; only its ending is used */
export async function keepUpload(id: number, received: string, name: string): Promise<string> {
  const ending = /\.(csv|xlsx|geojson|json)$/i.exec(name)?.[1]?.toLowerCase() ?? 'csv';
  await mkdir(importFolder(id), { recursive: true, mode: 0o700 });
  const file = path.join(importFolder(id), `list.${ending}`);
  await rename(received, file);
  return file;
}

export async function dropImportFolder(id: number): Promise<void> {
  await rm(importFolder(id), { recursive: true, force: true });
}

export interface Progress {
  rows: number;
  all: number;
}

const progressFile = (id: number) => path.join(importFolder(id), 'progress.json');

/**
 * Tells how far the work has come. In a file, not in the database: the run itself holds the database while it writes. At
 * once, because a busy work leaves what waits half done: two that were written together left an empty file.
 */
export function tellProgress(id: number, progress: Progress): void {
  const part = `${progressFile(id)}.part`;
  writeFileSync(part, JSON.stringify(progress));
  renameSync(part, progressFile(id));
}

/** A work that tells nothing for so long was broken off, in milliseconds. */
const SILENT_MS = 120_000;

/** How far the work has come; null when it was broken off. @param since when it was begun */
export async function readProgress(id: number, since: Date, now = Date.now()): Promise<Progress | null> {
  const told = await stat(progressFile(id)).catch(() => null);
  const heard = Math.max(told?.mtimeMs ?? 0, since.getTime());
  if (now - heard > SILENT_MS) return null;
  if (!told || told.mtimeMs < since.getTime() - 1_000) return { rows: 0, all: 0 };
  return JSON.parse(await readFile(progressFile(id), 'utf8')) as Progress;
}
