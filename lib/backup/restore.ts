import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChainHead } from '@/lib/audit/chain';
import { recordAudit } from '@/lib/audit/commands';
import { verifyChain } from '@/lib/audit/verify';
import { openPrisma } from '@/lib/db/connect';
import { claimData, claimDatabase, isDatabaseOpen } from '@/lib/db/data-lock';
import { migrationsOnDisk } from '@/lib/db/schema-engine';
import { databaseFile, dataDir, settings } from '@/lib/env';
import { DATABASE, FOLDERS, type Manifest } from './archive-format';
import {
  checkSoundness,
  type DatabaseFacts,
  differenceOf,
  openFile,
  RESTORED_KEY,
  type Restored,
  readFacts,
} from './database-facts';
import { demandSpace, filesUnder, removeLeftovers } from './folders';
import { createFileCount } from './missing-files';
import { BackupProblem } from './problem';
import { damaged, foreign, kindOf, newer, readArchive, readManifest } from './read-archive';
import { ASIDE, carryOut, type Moves, undoMoves } from './restore-moves';
import { syncFile } from './write-archive';

/** What was restored, as it was found and proven. */
export interface RestoreReport {
  /** Time of the backup; null for a bare copy of a database, which does not tell. */
  createdAt: string | null;
  version: string | null;
  facts: DatabaseFacts;
  /** Files of uploads and keys; null for a bare copy: those of before are still there. */
  files: number | null;
  bytes: number;
  /** End of the audit log, every entry of which was followed; null when it is broken. */
  audit: ChainHead | null;
  /** Folders in which the data of before now lies. */
  movedTo: string[];
  /** A restore that was broken off earlier was put back first. */
  undone: boolean;
  /** Migrations that the next start applies. */
  pending: string[];
  warnings: RestoreWarning[];
}

export type RestoreWarning =
  | { code: 'foreignKeyFaults'; count: number }
  | { code: 'auditBroken'; brokenAt: number }
  | { code: 'missingFiles'; count: number }
  | { code: 'keyMissing' }
  | { code: 'mailsWaiting'; count: number }
  | { code: 'signedOut'; count: number };

const WORK = 'restoring-';

/**
 * Puts a backup in the place of the data. Everything is unpacked beside its place and proven there; only then, in one
 * step that can be undone, the old data are moved aside and the new ones in. Never removes data of before.
 * @throws BackupProblem; then everything is as it was
 */
export async function restoreBackup(file: string, { force = false } = {}): Promise<RestoreReport> {
  const kind = kindOf(file);
  const home = dataDir();
  const release = claimData(home);
  if (!release) {
    throw new BackupProblem('inUse', `A server or a backup uses ${home}. Stop the server first; nothing was changed.`);
  }
  try {
    const undone = await undoMoves(home);
    const present = presentData(kind === 'archive');
    if (present.length > 0 && !force) {
      throw new BackupProblem(
        'dataExists',
        `There are data already (${present.map((name) => path.relative('.', name)).join(', ')}). With --force they are moved aside first, not removed; nothing was changed.`,
      );
    }
    if (isFilled(databaseFile()) && isDatabaseOpen(databaseFile())) throw databaseOpen();
    return { ...(await replace(file, kind === 'archive', home)), undone };
  } finally {
    release();
  }
}

const databaseOpen = () =>
  new BackupProblem('inUse', `Another program has ${databaseFile()} open. Stop it first; nothing was changed.`);

/** SQLite would make a database of an empty file. */
const isFilled = (file: string) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** The data that a restore would take the place of. */
function presentData(withFolders: boolean): string[] {
  const database = databaseFile();
  const files = ['', '-wal', '-shm', '-journal'].map((suffix) => `${database}${suffix}`);
  const folders = withFolders ? FOLDERS.map((name) => path.join(dataDir(), name)) : [];
  return [...files.filter(existsSync), ...folders.filter((name) => existsSync(name) && readdirSync(name).length > 0)];
}

async function replace(file: string, isArchive: boolean, home: string): Promise<Omit<RestoreReport, 'undone'>> {
  // The database may be kept elsewhere (DATABASE_URL); a rename needs one file system.
  const databaseHome = path.dirname(databaseFile());
  mkdirSync(databaseHome, { recursive: true });
  const homes = [...new Set([home, databaseHome])];
  for (const folder of homes) removeLeftovers(folder, WORK);
  const work = Object.fromEntries(homes.map((folder) => [folder, path.join(folder, `${WORK}${process.pid}`)]));
  const staging = { database: path.join(work[databaseHome] ?? '', DATABASE), folders: work[home] ?? '' };
  try {
    for (const folder of Object.values(work)) mkdirSync(folder, { mode: 0o700 });
    const staged = isArchive ? await unpack(file, staging) : await copyBare(file, staging.database);
    const proven = await prove(file, staging, staged);
    const settled = await settle(staging.database, proven.facts);
    const movedTo = await putInPlace(staging, isArchive, home, Object.values(work));
    proveInPlace(settled);
    return { ...proven, movedTo };
  } finally {
    for (const folder of Object.values(work)) rmSync(folder, { recursive: true, force: true });
  }
}

interface Staging {
  /** Where the database waits. */
  database: string;
  /** Folder in which `files` and `keys` wait. */
  folders: string;
}

/** What was unpacked; a bare copy has no manifest. */
interface Staged {
  manifest: Manifest | null;
  files: number | null;
  bytes: number;
}

async function unpack(file: string, staging: Staging): Promise<Staged> {
  const manifest = await readManifest(file);
  refuseNewer(file, manifest.version, manifest.migrations);
  demandSpace(staging.folders, manifest.bytes);
  for (const name of FOLDERS) mkdirSync(path.join(staging.folders, name), { mode: 0o700 });
  const { read } = await readArchive(file, async (name, content) => {
    const target = name === DATABASE ? staging.database : path.join(staging.folders, name);
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    const handle = await open(target, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' || error.code === 'EISDIR' ? damaged(file, `it holds ${name} twice`) : error;
    });
    // Closed before anything is told: what still opens a file would put it into a folder that is being removed.
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
  return { manifest, files: read.entries - 2, bytes: read.bytes };
}

/** A bare copy: one that was made before a migration, or with SQLite's own tools. */
async function copyBare(file: string, target: string): Promise<Staged> {
  demandSpace(path.dirname(target), statSync(file).size);
  if (existsSync(`${file}-wal`)) {
    throw damaged(file, 'a write-ahead log lies beside it, so that it is a database in use and no copy');
  }
  copyFileSync(file, target);
  chmodSync(target, 0o600);
  await syncFile(target);
  return { manifest: null, files: null, bytes: statSync(target).size };
}

function refuseNewer(file: string, version: string, migrations: readonly string[]): void {
  const known = new Set(migrationsOnDisk().migrationDirectories.map(({ path: name }) => name));
  const strange = migrations.find((name) => !known.has(name));
  if (strange) throw newer(file, version, `migration ${strange}`);
}

type Proven = Omit<RestoreReport, 'undone' | 'movedTo'>;

async function prove(file: string, staging: Staging, { manifest, files, bytes }: Staged): Promise<Proven> {
  const connection = openFile(staging.database);
  try {
    const { integrity, foreignKeyFaults } = checkSoundness(connection);
    if (integrity !== 'ok') throw damaged(file, integrity);
    const facts = readFacts(connection);
    if (facts.migrations.length === 0) throw foreign(file);
    refuseNewer(file, manifest?.version ?? 'unknown', facts.migrations);
    const difference = manifest && differenceOf(manifest, facts);
    if (difference) throw damaged(file, difference);
    const chain = await verifyChain(connection);
    const warnings: RestoreWarning[] = [];
    // The hashes say that it is what was backed up: broken, it was so then, and that is no reason to lose the rest.
    if (!chain.ok) warnings.push({ code: 'auditBroken', brokenAt: chain.error.brokenAt });
    if (foreignKeyFaults > 0) warnings.push({ code: 'foreignKeyFaults', count: foreignKeyFaults });
    if (files !== null) warnings.push(...missingParts(connection, staging, manifest));
    warnings.push(...consequences(connection, facts));
    return {
      createdAt: manifest?.createdAt ?? null,
      version: manifest?.version ?? null,
      ...{ facts, files, bytes, warnings },
      audit: chain.ok ? chain.value : null,
      pending: pendingAfter(facts.migrations),
    };
  } finally {
    connection.close();
  }
}

function missingParts(
  connection: ReturnType<typeof openFile>,
  { folders }: Staging,
  manifest: Manifest | null,
): RestoreWarning[] {
  const count = createFileCount(connection);
  for (const { name } of filesUnder(path.join(folders, 'files'), 'files')) count.see(name);
  const missing = count.missing().length;
  const keyMissing = manifest?.contactKey === 'setting' && !settings().CONTACT_KEY;
  return [
    ...(missing > 0 ? [{ code: 'missingFiles' as const, count: missing }] : []),
    ...(keyMissing ? [{ code: 'keyMissing' as const }] : []),
  ];
}

/** What going back in time means for people. */
function consequences(connection: ReturnType<typeof openFile>, { tables }: DatabaseFacts): RestoreWarning[] {
  const mails = tables.OutboxMail
    ? Number(
        connection.prepare(`SELECT count(*) FROM "OutboxMail" WHERE "state" IN ('waiting', 'sending')`).pluck().get(),
      )
    : 0;
  return [
    ...(mails > 0 ? [{ code: 'mailsWaiting' as const, count: mails }] : []),
    ...(tables.StaffSession ? [{ code: 'signedOut' as const, count: tables.StaffSession }] : []),
  ];
}

function pendingAfter(applied: readonly string[]): string[] {
  return migrationsOnDisk()
    .migrationDirectories.map(({ path: name }) => name)
    .filter((name) => !applied.includes(name));
}

/**
 * What must differ from the copy: sessions that were ended since must not come to life again; the content version must be
 * one that no browser has an answer for; the audit log tells of the restore.
 * @returns what the database holds then
 */
async function settle(database: string, { tables, contentVersion, audit }: DatabaseFacts): Promise<DatabaseFacts> {
  const now = new Date();
  // Seconds since 1970 are far above a count of changes, and above those of any restore before.
  const version = String(Math.max(contentVersion + 1, Math.floor(now.getTime() / 1000)));
  const restored: Restored = { at: now.toISOString(), entries: audit?.entries ?? 0 };
  const prisma = openPrisma(database);
  try {
    await prisma.$transaction(async (tx) => {
      for (const [key, value] of [
        ['contentVersion', version],
        [RESTORED_KEY, JSON.stringify(restored)],
      ]) {
        await tx.$executeRawUnsafe(
          `INSERT INTO "Meta" VALUES (?, ?) ON CONFLICT DO UPDATE SET "value" = excluded."value"`,
          key,
          value,
        );
      }
      for (const table of ['StaffSession', 'StaffVerification']) {
        if (table in tables) await tx.$executeRawUnsafe(`DELETE FROM "${table}"`);
      }
      if ('AuditEntry' in tables) {
        await recordAudit(tx, {
          actor: { kind: 'console' },
          action: 'backup.restore',
          object: { kind: 'database', id: null },
          details: { entries: restored.entries, contentVersion },
        });
      }
    });
  } finally {
    await prisma.$disconnect();
  }
  const connection = openFile(database);
  try {
    return readFacts(connection);
  } finally {
    connection.close();
  }
}

/** @returns the folders in which the data of before lie */
async function putInPlace(staging: Staging, isArchive: boolean, home: string, work: string[]): Promise<string[]> {
  const stamp = `${ASIDE}${new Date().toISOString().replace(/[:.]/g, '-')}`;
  const database = databaseFile();
  // From here on nobody opens it, and its log is written back: the one file that is moved aside is the whole of it.
  const letGo = isFilled(database) ? claimDatabase(database) : null;
  if (letGo === 'busy') throw databaseOpen();
  const aside = path.join(path.dirname(database), stamp);
  const moves: Moves['moves'] = [];
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    const old = `${database}${suffix}`;
    if (existsSync(old)) moves.push([old, path.join(aside, path.basename(old))]);
  }
  for (const name of isArchive ? FOLDERS : []) {
    const place = path.join(home, name);
    const staged = path.join(staging.folders, name);
    if (existsSync(place)) moves.push([place, path.join(home, stamp, name)]);
    if (readdirSync(staged).length > 0) moves.push([staged, place]);
  }
  moves.push([staging.database, database]);
  await carryOut(home, { moves, staging: work }).finally(() => letGo?.());
  return [...new Set(moves.map(([, to]) => path.dirname(to)).filter((folder) => path.basename(folder) === stamp))];
}

function proveInPlace(settled: DatabaseFacts): void {
  const connection = openFile(databaseFile());
  try {
    const difference = differenceOf(settled, readFacts(connection));
    if (difference) throw new Error(`What stands in place is not what was proven: ${difference}`);
  } finally {
    connection.close();
  }
}
