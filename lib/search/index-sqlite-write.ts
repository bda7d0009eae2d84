import type { IndexTables } from './corpus';
import type { SearchDocument, SourceTerm } from './documents';
import type { VocabularyWord } from './search-index';
import { SELECT_TERMS } from './sources-sqlite';

/**
 * The writing side of the search index in SQLite. The tables are derived and so no part of the migrations: for each kind
 * of record (`IndexTables`) `search_text` is the full text (contentless: it holds no texts), `search_document` is what the
 * columns in memory are filled from, `search_word` the words by which spelling is corrected, `search_state` tells whether
 * anything changed.
 */

/** Raise it when the tables change, or what is written into them (fold, stems, labels); the next start rebuilds the index. */
const INDEX_FORMAT: Readonly<Record<IndexTables, number>> = { search: 1, story_search: 1 };

/**
 * Weights of name, other names, place, activity (with products and labels), description. bm25 saturates: beyond about
 * 20 more weight hardly raises a score, but takes away the influence of the text's length, so these keep the five
 * apart in this order whether a record has two lines of text or twenty.
 */
const WEIGHTS = [100, 60, 25, 5, 1];

// The words come folded and cut; this tokenizer only cuts at spaces. `_` marks stems.
const create = (tables: IndexTables) => [
  `CREATE VIRTUAL TABLE ${tables}_text USING fts5(name, other, place, activity, description,
     content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'")`,
  `INSERT INTO ${tables}_text (${tables}_text, rank) VALUES ('rank', 'bm25(${WEIGHTS.join(', ')})')`,
  `CREATE TABLE ${tables}_word (word TEXT PRIMARY KEY, records INTEGER NOT NULL, written TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE ${tables}_document (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, removed INTEGER NOT NULL,
     facets TEXT NOT NULL, mark TEXT NOT NULL, lat REAL, lng REAL, foundedYear INTEGER, verifiedOn TEXT,
     createdAt INTEGER NOT NULL, keyLatn TEXT NOT NULL, keyCyrl TEXT NOT NULL)`,
  `CREATE INDEX ${tables}_document_revision ON ${tables}_document (revision)`,
  `CREATE TABLE ${tables}_state (format INTEGER NOT NULL, generation INTEGER NOT NULL, revision INTEGER NOT NULL)`,
  `INSERT INTO ${tables}_state VALUES (${INDEX_FORMAT[tables]}, 0, 0)`,
];

const TABLES = ['word', 'text', 'document', 'state'];

/** What the writing side needs of a connection: Prisma's transaction offers it. */
export interface SqlConnection {
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>;
}

/** Whether the index of a kind of record exists in the form that this program writes. */
export async function hasIndex(connection: SqlConnection, tables: IndexTables): Promise<boolean> {
  const found = await connection.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM sqlite_master WHERE name = '${tables}_state'`,
  );
  if (found.length === 0) return false;
  const states = await connection.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM ${tables}_state WHERE format = ${INDEX_FORMAT[tables]}`,
  );
  return states.length > 0;
}

/** Makes the tables anew, empty. The generation goes on from the old one, so that running servers notice. */
export async function createIndex(connection: SqlConnection, tables: IndexTables): Promise<void> {
  const generation = await lastGeneration(connection, tables);
  for (const table of TABLES) await connection.$executeRawUnsafe(`DROP TABLE IF EXISTS ${tables}_${table}`);
  for (const sql of create(tables)) await connection.$executeRawUnsafe(sql);
  await connection.$executeRawUnsafe(`UPDATE ${tables}_state SET generation = ?`, generation + 1);
}

async function lastGeneration(connection: SqlConnection, tables: IndexTables): Promise<number> {
  const found = await connection.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM pragma_table_info('${tables}_state') WHERE name = 'generation'`,
  );
  if (found.length === 0) return 0;
  const rows = await connection.$queryRawUnsafe<{ generation: number | bigint }[]>(
    `SELECT generation FROM ${tables}_state`,
  );
  return Number(rows[0]?.generation ?? 0);
}

/**
 * The public ones among some records, as the tables have them.
 * @param select SQL of `sources-sqlite.ts`; its parameter is a JSON list of ids
 */
export async function readSources<Source>(
  connection: SqlConnection,
  select: string,
  ids: readonly number[],
): Promise<Source[]> {
  return readJson<Source>(connection, select, JSON.stringify(ids));
}

/** All terms, by id. */
export async function readSourceTerms(connection: SqlConnection): Promise<Map<string, SourceTerm>> {
  const terms = await readJson<SourceTerm>(connection, SELECT_TERMS);
  return new Map(terms.map((term) => [term.id, term]));
}

async function readJson<T>(connection: SqlConnection, sql: string, ...values: unknown[]): Promise<T[]> {
  const rows = await connection.$queryRawUnsafe<{ source: string | object }[]>(sql, ...values);
  return rows.map(({ source }) => (typeof source === 'string' ? JSON.parse(source) : source) as T);
}

/** Ids of all public records, ascending. @param select SQL of `sources-sqlite.ts` */
export async function readPublicIds(connection: SqlConnection, select: string): Promise<number[]> {
  const rows = await connection.$queryRawUnsafe<{ id: number | bigint }[]>(select);
  return rows.map(({ id }) => Number(id));
}

/** Begins a change: raises the revision that the next writes carry. */
export async function raiseRevision(connection: SqlConnection, tables: IndexTables): Promise<void> {
  await connection.$executeRawUnsafe(`UPDATE ${tables}_state SET revision = revision + 1`);
}

/** Writes the entries of some records over what the index had of them. */
export async function writeDocuments(
  connection: SqlConnection,
  tables: IndexTables,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const json = JSON.stringify(documents);
  const field = (name: string) => `json_extract(d.value, '$.${name}')`;
  const fields = (names: readonly string[]) => names.map(field).join(', ');
  const text = ['name', 'other', 'place', 'activity', 'description'];
  const columns = ['facets', 'mark', 'lat', 'lng', 'foundedYear', 'verifiedOn', 'createdAt', 'keyLatn', 'keyCyrl'];
  await deleteTexts(
    connection,
    tables,
    documents.map((document) => document.id),
  );
  await connection.$executeRawUnsafe(
    `INSERT INTO ${tables}_text (rowid, ${text.join(', ')}) SELECT ${field('id')}, ${fields(text)} FROM json_each(?) d`,
    json,
  );
  await connection.$executeRawUnsafe(
    `INSERT OR REPLACE INTO ${tables}_document (id, revision, removed, ${columns.join(', ')})
     SELECT ${field('id')}, (SELECT revision FROM ${tables}_state), 0, ${fields(columns)} FROM json_each(?) d`,
    json,
  );
}

/**
 * Adds the words of records that were written. Words of records that change or go are not taken away again: a
 * correction is offered only when it finds something, and `records` need only tell common words from rare ones.
 */
export async function writeWords(
  connection: SqlConnection,
  tables: IndexTables,
  words: readonly VocabularyWord[],
): Promise<void> {
  if (words.length === 0) return;
  await connection.$executeRawUnsafe(
    `INSERT INTO ${tables}_word (word, records, written)
     SELECT w.value ->> 'word', w.value ->> 'records', w.value ->> 'written' FROM json_each(?) w WHERE true
     ON CONFLICT (word) DO UPDATE SET records = records + excluded.records`,
    JSON.stringify(words),
  );
}

/** Takes records out of the index; the entry stays as a mark, for the columns in memory to follow. */
export async function deleteDocuments(
  connection: SqlConnection,
  tables: IndexTables,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  await deleteTexts(connection, tables, ids);
  await connection.$executeRawUnsafe(
    `UPDATE ${tables}_document SET removed = 1, revision = (SELECT revision FROM ${tables}_state)
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
}

async function deleteTexts(connection: SqlConnection, tables: IndexTables, ids: readonly number[]): Promise<void> {
  await connection.$executeRawUnsafe(
    `DELETE FROM ${tables}_text WHERE rowid IN (
       SELECT d.id FROM json_each(?) wanted JOIN ${tables}_document d ON d.id = wanted.value WHERE d.removed = 0)`,
    JSON.stringify(ids),
  );
}

/** Merges the index into one piece: the fastest to read; worth it after many writes. */
export async function optimizeIndex(connection: SqlConnection, tables: IndexTables): Promise<void> {
  await connection.$executeRawUnsafe(`INSERT INTO ${tables}_text (${tables}_text) VALUES ('optimize')`);
}
