import 'server-only';
import type { Tx } from '@/lib/db';
import { WordTally } from './analysis';
import type { IndexTables } from './corpus';
import type { SearchDocument, SourceTerm } from './documents';
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

/** How the index of one kind of record is made from the tables. */
export interface IndexedKind<Source extends { id: number }> {
  tables: IndexTables;
  /** SQL: ids of all public records; the public ones of a JSON list of ids, each as one JSON text. */
  selectIds: string;
  selectSources: string;
  toDocument: (source: Source, terms: ReadonlyMap<string, SourceTerm>, words: WordTally) => SearchDocument;
}

/** Told the number of records written so far and in all. */
export type OnProgress = (done: number, all: number) => void;

/** Records written at a time: few enough to keep the memory flat. */
const CHUNK = 200;

/** From so many records on, an index in one piece is worth the time that merging takes. */
const OPTIMIZE_FROM = 2_000;

/**
 * Brings an index up to date with records that were written; one that is no longer public leaves it. Run it in the
 * transaction that wrote the records. Where there is no index yet, it is made of all records.
 */
export async function reindex<Source extends { id: number }>(
  tx: Tx,
  kind: IndexedKind<Source>,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  if (!(await hasIndex(tx, kind.tables))) {
    await rebuild(tx, kind);
    return;
  }
  await raiseRevision(tx, kind.tables);
  await writeInChunks(tx, kind, ids);
  if (ids.length >= OPTIMIZE_FROM) await optimizeIndex(tx, kind.tables);
}

/** Takes records out of an index. Run it in the transaction that removes them. */
export async function remove<Source extends { id: number }>(
  tx: Tx,
  kind: IndexedKind<Source>,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  if (!(await hasIndex(tx, kind.tables))) {
    await rebuild(tx, kind);
    return;
  }
  await raiseRevision(tx, kind.tables);
  for (let at = 0; at < ids.length; at += CHUNK) await deleteDocuments(tx, kind.tables, ids.slice(at, at + CHUNK));
}

/** Makes the index of one kind of record anew from the tables. @returns number of records in it */
export async function rebuild<Source extends { id: number }>(
  tx: Tx,
  kind: IndexedKind<Source>,
  onProgress?: OnProgress,
): Promise<number> {
  await createIndex(tx, kind.tables);
  await raiseRevision(tx, kind.tables);
  const ids = await readPublicIds(tx, kind.selectIds);
  await writeInChunks(tx, kind, ids, onProgress);
  await optimizeIndex(tx, kind.tables);
  return ids.length;
}

async function writeInChunks<Source extends { id: number }>(
  tx: Tx,
  { tables, selectSources, toDocument }: IndexedKind<Source>,
  ids: readonly number[],
  onProgress?: OnProgress,
): Promise<void> {
  const terms = await readSourceTerms(tx);
  const words = new WordTally();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const chunk = ids.slice(at, at + CHUNK);
    const sources = await readSources<Source>(tx, selectSources, chunk);
    const found = new Set(sources.map((source) => source.id));
    await deleteDocuments(
      tx,
      tables,
      chunk.filter((id) => !found.has(id)),
    );
    await writeDocuments(
      tx,
      tables,
      sources.map((source) => toDocument(source, terms, words)),
    );
    onProgress?.(Math.min(at + CHUNK, ids.length), ids.length);
  }
  await writeWords(tx, tables, words.words());
}
