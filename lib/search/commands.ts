import 'server-only';
import type { Tx } from '@/lib/db';
import { openPrisma } from '@/lib/db/connect';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { WordTally } from './analysis';
import { toDocument } from './documents';
import {
  createIndex,
  deleteDocuments,
  hasIndex,
  optimizeIndex,
  raiseRevision,
  readPublicIds,
  readSources,
  readSourceTerms,
  writeDocuments,
  writeWords,
} from './index-sqlite-write';

/** Records written at a time: few enough to keep the memory flat. */
const CHUNK = 200;

/** From so many records on, an index in one piece is worth the time that merging takes. */
const OPTIMIZE_FROM = 2_000;

/**
 * Brings the index up to date with records that were written; one that is no longer public leaves it. Run it in the
 * transaction that wrote the records. Where there is no index yet, it is made of all records.
 */
export async function reindexEnterprises(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  if (!(await hasIndex(tx))) {
    await rebuildIndex(tx);
    return;
  }
  await raiseRevision(tx);
  await writeInChunks(tx, ids);
  if (ids.length >= OPTIMIZE_FROM) await optimizeIndex(tx);
}

/** Takes records out of the index. Run it in the transaction that removes them. */
export async function removeFromIndex(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  if (!(await hasIndex(tx))) {
    await rebuildIndex(tx);
    return;
  }
  await raiseRevision(tx);
  for (let at = 0; at < ids.length; at += CHUNK) await deleteDocuments(tx, ids.slice(at, at + CHUNK));
}

/**
 * Makes the whole index anew from the tables. Needed after a change of vocabularies or places, whose labels are
 * found with the records.
 * @param onProgress told the number of records written so far and in all
 * @returns number of records in the index
 */
export async function rebuildIndex(tx: Tx, onProgress?: (done: number, all: number) => void): Promise<number> {
  await createIndex(tx);
  await raiseRevision(tx);
  const ids = await readPublicIds(tx);
  await writeInChunks(tx, ids, onProgress);
  await optimizeIndex(tx);
  return ids.length;
}

async function writeInChunks(
  tx: Tx,
  ids: readonly number[],
  onProgress?: (done: number, all: number) => void,
): Promise<void> {
  const terms = await readSourceTerms(tx);
  const words = new WordTally();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const chunk = ids.slice(at, at + CHUNK);
    const sources = await readSources(tx, chunk);
    const found = new Set(sources.map((source) => source.id));
    await deleteDocuments(
      tx,
      chunk.filter((id) => !found.has(id)),
    );
    await writeDocuments(
      tx,
      sources.map((source) => toDocument(source, terms, words)),
    );
    onProgress?.(Math.min(at + CHUNK, ids.length), ids.length);
  }
  await writeWords(tx, words.words());
}

/**
 * Makes the index of a migrated SQLite file where it is missing or was written by a program with another index
 * format; otherwise does nothing.
 * @returns number of records indexed now; null when the index was there
 */
export async function ensureIndex(file: string): Promise<number | null> {
  const prisma = openPrisma(file);
  try {
    if (await hasIndex(prisma)) return null;
    return await prisma.$transaction(async (tx) => {
      const indexed = await rebuildIndex(tx);
      await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
      return indexed;
    });
  } finally {
    await prisma.$disconnect();
  }
}
