import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { dataDir } from '@/lib/env';

/*
 * The contents of stored files, each once, under DATA_DIR/files by its SHA-256: `ab/cd/abcd…`. Folders 0700, files 0600. What is
 * still being received or cleaned lies in `incoming`, and only whole files are moved to their place.
 */

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const SHA256 = /^[0-9a-f]{64}$/;

function root(): string {
  return path.join(dataDir(), 'files');
}

const incoming = () => path.join(root(), 'incoming');

/** Where a content lies. @throws when the text is no SHA-256 in hex: it must not become a path */
export function blobPath(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('Not a hash');
  return path.join(root(), sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** A new folder for one upload. The caller removes it with `dropIncoming`, whatever happens. */
export async function makeIncoming(): Promise<string> {
  const folder = path.join(incoming(), randomBytes(12).toString('hex'));
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  return folder;
}

export async function dropIncoming(folder: string): Promise<void> {
  // What a visitor broke off may close its file a moment later.
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Size and SHA-256 (hex) of a file; it is on the disk for certain, and nobody else's to read, when this is done. */
export async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  await chmod(file, OWNER_ONLY);
  await synced(file);
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Moves a measured file to its place; where the same content is there already, that one stays. Call it in the transaction that
 * writes the row which names it, so that no removal can come between.
 */
export async function placeBlob(file: string, sha256: string): Promise<void> {
  const place = blobPath(sha256);
  if (await stat(place).catch(() => null)) {
    // Young again: the sweep leaves it alone until its row is there.
    const now = new Date();
    await utimes(place, now, now);
    await rm(file);
    return;
  }
  await mkdir(path.dirname(place), { recursive: true, mode: OWNER_ONLY_FOLDER });
  await rename(file, place);
  await synced(path.dirname(place));
}

async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens a content for reading; null when it is not there. The caller closes it. */
export async function openBlob(sha256: string): Promise<{ handle: FileHandle; bytes: number } | null> {
  try {
    const handle = await open(blobPath(sha256), 'r');
    return { handle, bytes: (await handle.stat()).size };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** @returns bytes that became free; 0 when there was no such content */
export async function removeBlob(sha256: string): Promise<number> {
  const place = blobPath(sha256);
  const found = await stat(place).catch(() => null);
  await rm(place, { force: true });
  return found?.size ?? 0;
}

/** Something under DATA_DIR/files that the sweep looks at. */
export interface FoundBlob {
  /** null for what was left in `incoming` by a process that ended */
  sha256: string | null;
  path: string;
  bytes: number;
  changed: Date;
}

/** All contents, and the folders of uploads that nobody finished. */
export async function* listBlobs(): AsyncGenerator<FoundBlob> {
  for await (const entry of entriesOf(root())) {
    if (entry === 'incoming') {
      for await (const left of entriesOf(incoming())) yield* found(path.join(incoming(), left), null);
      continue;
    }
    for await (const second of entriesOf(path.join(root(), entry))) {
      const folder = path.join(root(), entry, second);
      for await (const name of entriesOf(folder)) {
        if (SHA256.test(name)) yield* found(path.join(folder, name), name);
      }
    }
  }
}

async function* found(file: string, sha256: string | null): AsyncGenerator<FoundBlob> {
  const facts = await stat(file).catch(() => null);
  if (facts) yield { sha256, path: file, bytes: facts.isFile() ? facts.size : 0, changed: facts.mtime };
}

async function* entriesOf(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null);
  if (entries) for await (const entry of entries) yield entry.name;
}
