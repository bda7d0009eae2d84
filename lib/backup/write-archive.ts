import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, createReadStream, createWriteStream, type ReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { SUMS, sumLine } from './archive-format';

/** The database's text shrinks to a third at any level, pictures not at all: the fastest is enough. */
const GZIP_LEVEL = 1;
const CHUNK_BYTES = 256 * 1024;
const OWNER_ONLY = 0o600;

/** What went into an archive. */
export interface Written {
  entries: number;
  bytes: number;
  /** SHA-256 of SHA256SUMS, hex: names all contents. */
  sums: string;
}

export interface ArchiveWriter {
  add: (name: string, content: string) => Promise<void>;
  /** @returns false when the file is gone: erased since it was listed */
  addFile: (name: string, file: string) => Promise<boolean>;
  /** Writes the sums and waits until all is on the disk. */
  finish: () => Promise<Written>;
  /** Lets go of the file. */
  abandon: () => Promise<void>;
}

/**
 * Writes a gzipped tar, one entry after another, in memory that does not grow.
 * @param scratch a file of the writer's own, for the sums
 */
export function createArchive(file: string, scratch: string): ArchiveWriter {
  const tar = pack();
  // What goes wrong is heard of through the pipeline.
  tar.on('error', () => {});
  const output = createWriteStream(file, { flags: 'wx', mode: OWNER_ONLY });
  const done = pipeline(Readable.from(tar, { objectMode: false }), createGzip({ level: GZIP_LEVEL }), output);
  // A full disk ends the pipeline; whoever waits for room in it must hear of that.
  const failed = done.then(() => new Promise<never>(() => {}));
  failed.catch(() => {});
  const all = createHash('sha256');
  const written = { entries: 0, bytes: 0 };

  const note = (name: string, bytes: number, sha256: string) => {
    const line = sumLine(sha256, name);
    all.update(line);
    appendFileSync(scratch, line, { mode: OWNER_ONLY });
    written.entries += 1;
    written.bytes += bytes;
  };

  /** @returns SHA-256 of the content */
  const put = async (name: string, size: number, content: AsyncIterable<Buffer>): Promise<string> => {
    const hash = createHash('sha256');
    let finished: () => void = () => {};
    let broken: (error: Error) => void = () => {};
    const ended = new Promise<void>((resolve, reject) => {
      finished = resolve;
      broken = reject;
    });
    ended.catch(() => {});
    const header = { name, size, mode: OWNER_ONLY, mtime: new Date(0), type: 'file' as const };
    if (tar.destroyed) await done;
    const sink = tar.entry(header, (error) => (error ? broken(error) : finished()));
    sink.on('error', () => {});
    try {
      for await (const chunk of content) {
        hash.update(chunk);
        if (!sink.write(chunk)) await Promise.race([drained(sink), ended, failed]);
      }
      sink.end(null);
      await Promise.race([ended, failed]);
    } catch (error) {
      // The cause is the pipeline's: the entry knows only that it was cut off.
      if (tar.destroyed) await done;
      throw error;
    }
    return hash.digest('hex');
  };

  const addFile = async (name: string, file: string, counted = true): Promise<boolean> => {
    const source = await openSource(file);
    if (!source) return false;
    const { size, content } = source;
    const sha256 = await put(name, size, content);
    if (counted) note(name, size, sha256);
    return true;
  };

  return {
    async add(name, content) {
      const bytes = Buffer.from(content);
      note(name, bytes.length, await put(name, bytes.length, Readable.from([bytes])));
    },
    addFile: (name, source) => addFile(name, source),
    async finish() {
      await addFile(SUMS, scratch, false);
      tar.finalize();
      await done;
      await syncFile(file);
      return { ...written, sums: all.digest('hex') };
    },
    async abandon() {
      tar.destroy(null);
      await done.catch(() => {});
      output.destroy();
      // A file that is opened only now would appear in a folder that is being removed.
      if (!output.closed) await once(output, 'close').catch(() => {});
    },
  };
}

const drained = (sink: unknown) => once(sink as NodeJS.EventEmitter, 'drain');

async function openSource(file: string): Promise<{ size: number; content: ReadStream } | null> {
  try {
    const { size } = statSync(file);
    const content = createReadStream(file, { highWaterMark: CHUNK_BYTES, end: Math.max(0, size - 1) });
    await once(content, 'ready');
    return { size, content };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Waits until a file's content is on the disk, and not only in the system's memory. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
