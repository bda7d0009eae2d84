import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import {
  DATABASE,
  FORMAT,
  isEntryName,
  MANIFEST,
  type Manifest,
  manifestSchema,
  SUMS,
  sumLine,
} from './archive-format';
import { BackupProblem } from './problem';
import type { Written } from './write-archive';

const LARGEST_MANIFEST = 1_048_576;
const CHUNK_BYTES = 256 * 1024;

/** What a file is that somebody wants to restore. */
export type BackupKind = 'archive' | 'database';

/** Tells by the first bytes. @throws BackupProblem when it is neither, or not there */
export function kindOf(file: string): BackupKind {
  const head = Buffer.alloc(16);
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new BackupProblem('noFile', `There is no file ${file}. Backups are in DATA_DIR/backups.`);
  }
  try {
    readSync(handle, head, 0, head.length, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw foreign(file);
    throw error;
  } finally {
    closeSync(handle);
  }
  if (head.toString('latin1') === 'SQLite format 3\0') return 'database';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'archive';
  throw foreign(file);
}

/** The manifest alone: reads no more than the beginning of the file. @throws BackupProblem */
export async function readManifest(file: string): Promise<Manifest> {
  let found: Manifest | null = null;
  await walk(file, async (name, content) => {
    found = await takeManifest(file, name, content);
    return false;
  });
  if (!found) throw foreign(file);
  return found;
}

/** What is done with each entry after the manifest; it must read the content to its end. */
export type TakeEntry = (name: string, content: AsyncIterable<Buffer>, manifest: Manifest) => Promise<void>;

/**
 * Reads an archive from its beginning to its end, in memory that does not grow, and compares every content with its hash.
 * What `take` has written is to be believed only when this returns.
 * @throws BackupProblem when it is foreign, newer, damaged or cut off
 */
export async function readArchive(file: string, take?: TakeEntry): Promise<{ manifest: Manifest; read: Written }> {
  let manifest: Manifest | null = null;
  let wanted: string | null = null;
  const all = createHash('sha256');
  const read = { entries: 0, bytes: 0, databases: 0 };
  await walk(file, async (name, content) => {
    const hash = createHash('sha256');
    const counted = tap(content, (chunk) => {
      hash.update(chunk);
      if (name !== SUMS) read.bytes += chunk.length;
    });
    if (!manifest) manifest = await takeManifest(file, name, counted);
    else if (!isEntryName(name) || name === MANIFEST || wanted !== null)
      throw damaged(file, `it holds "${printable(name)}"`);
    else if (take && name !== SUMS) await take(name, counted, manifest);
    else for await (const _ of counted);
    const sha256 = hash.digest('hex');
    if (name === SUMS) {
      wanted = sha256;
    } else {
      all.update(sumLine(sha256, name));
      read.entries += 1;
      if (name === DATABASE) read.databases += 1;
    }
    return true;
  });
  const sums = all.digest('hex');
  if (!manifest) throw foreign(file);
  if (wanted === null) throw damaged(file, 'its end is missing');
  if (wanted !== sums) throw damaged(file, 'its contents are not those of its SHA256SUMS');
  if (read.databases !== 1) throw damaged(file, 'it holds no database');
  return { manifest, read: { entries: read.entries, bytes: read.bytes, sums } };
}

async function takeManifest(file: string, name: string, content: AsyncIterable<Buffer>): Promise<Manifest> {
  if (name !== MANIFEST) throw foreign(file);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > LARGEST_MANIFEST) throw foreign(file);
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw damaged(file, 'its manifest cannot be read');
  }
  const { program, format, version } = (value ?? {}) as Partial<Record<keyof Manifest, unknown>>;
  if (program !== 'solidarna-mapa') throw foreign(file);
  // A newer manifest may have another shape: this is asked before the shape is.
  if (typeof format === 'number' && format > FORMAT) throw newer(file, `${version}`, `format ${format}`);
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw damaged(file, 'its manifest is not whole');
  return parsed.data;
}

/**
 * Gives the entries one after another. `visit` answers whether to go on.
 * @throws BackupProblem for what is wrong with the file, and what `visit` throws
 */
async function walk(
  file: string,
  visit: (name: string, content: AsyncIterable<Buffer>) => Promise<boolean>,
): Promise<void> {
  const tar = extract();
  tar.on('error', () => {});
  const stop = new AbortController();
  let fault: unknown = null;
  const feeding = pipeline(
    createReadStream(file, { highWaterMark: CHUNK_BYTES }),
    createGunzip({ chunkSize: CHUNK_BYTES }),
    (source: AsyncIterable<Buffer>) => feed(source, tar),
    { signal: stop.signal },
  ).catch((error: Error) => {
    fault ??= error;
    tar.destroy(error);
  });
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      if (type !== 'file') throw damaged(file, `"${printable(name)}" in it is no file`);
      const goesOn = await visit(name, entry as unknown as AsyncIterable<Buffer>);
      if (!goesOn) return;
    }
    await feeding;
    if (fault) throw fault;
  } catch (error) {
    throw toDamage(file, fault ?? error);
  } finally {
    stop.abort();
    tar.destroy(null);
    await feeding;
  }
}

async function feed(source: AsyncIterable<Buffer>, tar: Extract): Promise<void> {
  const closed = new Promise<void>((resolve) => tar.once('close', () => resolve()));
  for await (const chunk of source) {
    if (tar.write(chunk)) continue;
    await Promise.race([new Promise<void>((resolve) => tar.once('drain', () => resolve())), closed]);
    if (tar.destroyed) return;
  }
  tar.end(null);
}

async function* tap(source: AsyncIterable<Buffer>, see: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    see(chunk);
    yield chunk;
  }
}

/** Faults of zlib and of the tar itself are the file's; those of the disk or of our own are thrown on. */
function toDamage(file: string, error: unknown): unknown {
  if (error instanceof BackupProblem) return error;
  const { code = '', message = '', syscall } = error as NodeJS.ErrnoException;
  const isItsOwn =
    code.startsWith('Z_') || (!syscall && /tar|unexpected end|Premature close|Unexpected/i.test(message));
  return isItsOwn ? damaged(file, message || code) : error;
}

export const foreign = (file: string) =>
  new BackupProblem('foreign', `${file} is no backup of this program. Nothing was changed.`);

export const newer = (file: string, version: string, what: string) =>
  new BackupProblem(
    'newer',
    `${file} was made by a newer version of this program (${printable(version)}, ${printable(what)}). Update the program first; nothing was changed.`,
  );

export const damaged = (file: string, how: string) =>
  new BackupProblem(
    'damaged',
    `The backup ${path.basename(file)} is damaged or not whole: ${how.replace(/\.$/, '')}. Take another one; nothing was changed.`,
  );

/** Names inside an archive are a stranger's words. */
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 120);
