import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { verifyChain } from '@/lib/audit/verify';
import { databaseFile, dataDir, settings } from '@/lib/env';
import { version } from '@/package.json';
import { DATABASE, FOLDERS, FORMAT, isEntryName, MANIFEST, type Manifest } from './archive-format';
import { copyDatabase } from './copy-database';
import { checkSoundness, type DatabaseFacts, differenceOf, openFile, readFacts } from './database-facts';
import { demandSpace, filesUnder, removeLeftovers, syncFolder } from './folders';
import { holdData } from './hold-data';
import { createFileCount } from './missing-files';
import { place, sizeOfUploads, spaceFor, targetExists, toRemove } from './plan-backup';
import { BackupProblem } from './problem';
import { readArchive } from './read-archive';
import { createArchive, type Written } from './write-archive';

/** What a backup that was made, and read back, holds. */
export interface BackupReport {
  file: string;
  /** Size of the archive. */
  bytes: number;
  manifest: Manifest;
  /** Files of uploads and keys. */
  files: number;
  /** Names of older backups that the rule of rotation removed. */
  removed: string[];
  /** What the operator should know though the backup is good. */
  warnings: BackupWarning[];
  milliseconds: number;
}

export type BackupWarning =
  | { code: 'foreignKeyFaults'; count: number }
  | { code: 'auditBroken'; brokenAt: number }
  | { code: 'missingFiles'; hashes: string[] }
  | { code: 'strangeNames'; names: string[] }
  | { code: 'keyIsSetting' };

const WORK = '.backup-';
const SHOWN = 10;

/**
 * Makes one backup of database, uploads and key, while everything runs, and reads it back before it gets its name.
 * Blocks while SQLite checks the copy: the server calls `runBackup`, which does this in a process of its own.
 * @param target file that does not exist yet, or folder; without it DATA_DIR/backups, where older ones are removed by rule
 * @throws BackupProblem; then no file has been made and none removed
 */
export async function makeBackup({
  target,
  now = new Date(),
}: {
  target?: string;
  now?: Date;
} = {}): Promise<BackupReport> {
  const begun = Date.now();
  const file = place(target, now);
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = await holdData(dataDir());
  removeLeftovers(folder, WORK);
  const work = path.join(folder, `${WORK}${process.pid}`);
  try {
    mkdirSync(work, { mode: 0o700 });
    const made = await fill(work, now);
    putInPlace(path.join(work, 'archive'), file);
    await syncFolder(folder);
    const removed = target === undefined ? rotate(folder, file, now) : [];
    return { file, bytes: statSync(file).size, ...made, removed, milliseconds: Date.now() - begun };
  } finally {
    // A file that a full disk has cut off may close a moment later.
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    release();
  }
}

async function fill(work: string, now: Date): Promise<Pick<BackupReport, 'manifest' | 'files' | 'warnings'>> {
  const uploads = sizeOfUploads();
  demandSpace(work, spaceFor(uploads));
  const copy = path.join(work, DATABASE);
  const facts = await copyDatabase(databaseFile(), copy).catch((error: { code?: string; message: string }) => {
    throw /^SQLITE_(NOTADB|CORRUPT)/.test(error.code ?? '') ? sourceDamaged(error.message) : error;
  });
  const warnings: BackupWarning[] = [];
  const connection = openFile(copy);
  try {
    const manifest = await describeCopy(connection, facts, now, statSync(copy).size + uploads, warnings);
    const count = createFileCount(connection);
    const written = await writeAll(work, copy, manifest, count.see, warnings);
    const missing = count.missing();
    if (missing.length > 0) warnings.push({ code: 'missingFiles', hashes: missing });
    await readBack(path.join(work, 'archive'), written);
    return { manifest, files: written.entries - 2, warnings };
  } finally {
    connection.close();
  }
}

/** Checks the copy, and describes it. */
async function describeCopy(
  connection: ReturnType<typeof openFile>,
  facts: DatabaseFacts,
  now: Date,
  bytes: number,
  warnings: BackupWarning[],
): Promise<Manifest> {
  const { integrity, foreignKeyFaults } = checkSoundness(connection);
  if (integrity !== 'ok') throw sourceDamaged(integrity);
  const difference = differenceOf(facts, readFacts(connection));
  if (difference)
    throw new BackupProblem('notWritten', `The copy is not what the database was: ${difference}. No backup was made.`);
  if (foreignKeyFaults > 0) warnings.push({ code: 'foreignKeyFaults', count: foreignKeyFaults });
  const chain = await verifyChain(connection);
  if (!chain.ok) warnings.push({ code: 'auditBroken', brokenAt: chain.error.brokenAt });
  const contactKey = keyPlace();
  if (contactKey === 'setting') warnings.push({ code: 'keyIsSetting' });
  const { migrations, tables, contentVersion, audit } = facts;
  return {
    program: 'solidarna-mapa',
    format: FORMAT,
    version,
    createdAt: now.toISOString(),
    ...{ migrations, tables, contentVersion, audit, foreignKeyFaults, contactKey, bytes },
  };
}

const sourceDamaged = (how: string) =>
  new BackupProblem(
    'sourceDamaged',
    `The database itself is damaged (${how}), and no backup was made of it. The older ones were left alone: stop the server and restore the newest; see docs/operations.md.`,
  );

function keyPlace(): Manifest['contactKey'] {
  if (settings().CONTACT_KEY) return 'setting';
  return filesUnder(path.join(dataDir(), 'keys'), 'keys').next().done ? 'none' : 'file';
}

async function writeAll(
  work: string,
  copy: string,
  manifest: Manifest,
  see: (name: string) => void,
  warnings: BackupWarning[],
): Promise<Written> {
  const archive = createArchive(path.join(work, 'archive'), path.join(work, 'sums'));
  const strange: string[] = [];
  try {
    await archive.add(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
    await archive.addFile(DATABASE, copy);
    // After the database: a file is written before the row that names it, so that every row finds its file.
    for (const folder of FOLDERS) {
      for (const { name, file } of filesUnder(path.join(dataDir(), folder), folder)) {
        if (!isEntryName(name)) strange.push(name);
        else if (await archive.addFile(name, file)) see(name);
      }
    }
    if (strange.length > 0) warnings.push({ code: 'strangeNames', names: strange.slice(0, SHOWN) });
    return await archive.finish();
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function readBack(archive: string, written: Written): Promise<void> {
  const { read } = await readArchive(archive);
  if (read.sums === written.sums && read.entries === written.entries && read.bytes === written.bytes) return;
  throw new BackupProblem(
    'notWritten',
    'What was written does not read back the same: the disk may be failing. No backup was made.',
  );
}

/** A name that somebody has taken meanwhile stays theirs. */
function putInPlace(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw targetExists(file);
    // File systems of memory sticks know no second name for a file.
    if (existsSync(file)) throw targetExists(file);
    renameSync(draft, file);
  }
}

function rotate(folder: string, newest: string, now: Date): string[] {
  const names = toRemove(folder, newest, now);
  for (const name of names) rmSync(path.join(folder, name), { force: true });
  return names;
}
