import 'server-only';
import type { Tx } from '@/lib/db';
import { openPrisma } from '@/lib/db/connect';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { type SourceRecord, toDocument } from './documents';
import { hasIndex } from './index-sqlite-write';
import { type IndexedKind, type OnProgress, rebuild, reindex, remove } from './reindex';
import { SELECT_PUBLIC_IDS, SELECT_SOURCES } from './sources-sqlite';
import { INDEXED_STORIES } from './stories/commands';

const INDEXED_ENTERPRISES: IndexedKind<SourceRecord> = {
  tables: 'search',
  selectIds: SELECT_PUBLIC_IDS,
  selectSources: SELECT_SOURCES,
  toDocument,
};

/**
 * Brings the index up to date with records that were written; one that is no longer public leaves it. Run it in the
 * transaction that wrote the records. Where there is no index yet, it is made of all records.
 */
export async function reindexEnterprises(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  if (await hasIndex(tx, INDEXED_ENTERPRISES.tables)) await reindex(tx, INDEXED_ENTERPRISES, ids);
  else await rebuildIndex(tx);
}

/** Takes records out of the index. Run it in the transaction that removes them. */
export async function removeFromIndex(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  if (await hasIndex(tx, INDEXED_ENTERPRISES.tables)) await remove(tx, INDEXED_ENTERPRISES, ids);
  else await rebuildIndex(tx);
}

/**
 * Makes the whole index anew from the tables: enterprises and stories. Needed after a change of vocabularies or places,
 * whose labels are found with the records.
 * @param onProgress told the number of enterprises written so far and in all; stories are far fewer
 * @returns number of records in the index
 */
export async function rebuildIndex(tx: Tx, onProgress?: OnProgress): Promise<number> {
  return (await rebuild(tx, INDEXED_ENTERPRISES, onProgress)) + (await rebuild(tx, INDEXED_STORIES));
}

/**
 * Makes the indexes of a migrated SQLite file that are missing or were written by a program with another index format;
 * otherwise does nothing.
 * @returns number of records indexed now; null when the indexes were there
 */
export async function ensureIndex(file: string): Promise<number | null> {
  const prisma = openPrisma(file);
  try {
    const missing = {
      enterprises: !(await hasIndex(prisma, INDEXED_ENTERPRISES.tables)),
      stories: !(await hasIndex(prisma, INDEXED_STORIES.tables)),
    };
    if (!missing.enterprises && !missing.stories) return null;
    return await prisma.$transaction(async (tx) => {
      const enterprises = missing.enterprises ? await rebuild(tx, INDEXED_ENTERPRISES) : 0;
      const stories = missing.stories ? await rebuild(tx, INDEXED_STORIES) : 0;
      await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
      return enterprises + stories;
    });
  } finally {
    await prisma.$disconnect();
  }
}
