import type Database from 'better-sqlite3';
import { STEM_MARK } from './analysis';
import { indexedTexts, type SourceRecord, type SourceTerm } from './documents';
import { toMatchExpression, toNameExpression } from './match-sqlite';
import type {
  DocumentRow,
  IndexState,
  NameRow,
  Ranked,
  SearchIndex,
  StoredOrder,
  TownRow,
  VocabularyWord,
} from './search-index';
import { SELECT_SOURCES, SELECT_TERMS } from './sources-sqlite';
import type { TextQuery } from './text-query';

/** The reading side of the search index in SQLite. Its tables are made and filled by `index-sqlite-write.ts`. */

const ORDERS: Readonly<Record<StoredOrder, string>> = {
  nameLatn: 'keyLatn, id',
  nameCyrl: 'keyCyrl, id',
  newest: 'createdAt DESC, id DESC',
  verified: 'verifiedOn IS NULL, verifiedOn DESC, keyLatn, id',
};

// `+rank` and not `rank`: FTS5 would rank and sort every hit by itself before it looks at the limit and at the other
// conditions. This way SQLite keeps only the best few, and hits that are filtered away are never ranked. It halves
// the time of a query with many hits (docs/decisions/0003-search.md).
const RANK = 'SELECT rowid, +rank AS score FROM search_text WHERE search_text MATCH ?';

/** @param connection a connection that never writes */
export function openSqliteIndex(connection: Database.Database): SearchIndex {
  const begin = connection.prepare('BEGIN');
  const commit = connection.prepare('COMMIT');
  const state = connection.prepare('SELECT generation, revision FROM search_state');
  const changed = connection.prepare(
    `SELECT id, revision, removed, facets, mark, lat, lng, foundedYear, verifiedOn FROM search_document
     WHERE revision > ? ORDER BY id`,
  );
  // One text of ids is several times faster to hand over than as many rows.
  const match = connection.prepare('SELECT group_concat(rowid) FROM search_text WHERE search_text MATCH ?').pluck();
  const count = connection.prepare('SELECT count(*) FROM search_text WHERE search_text MATCH ?').pluck();
  const rankAll = connection.prepare(`${RANK} ORDER BY score LIMIT ?`).raw();
  const rankKept = connection.prepare(`${RANK} AND substr(?, rowid, 1) = x'01' ORDER BY score LIMIT ?`).raw();
  const first = connection.prepare('SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT ?').pluck();
  const sources = connection.prepare(SELECT_SOURCES).pluck();
  const names = connection.prepare(
    `SELECT e.id, e.slug, e.nameSr, e.nameSrCyrl, e.town, m.nameSr AS municipality FROM json_each(?) wanted
     JOIN Enterprise e ON e.id = wanted.value LEFT JOIN Municipality m ON m.id = e.municipalityId ORDER BY wanted.key`,
  );

  return {
    state: () => state.get() as IndexState,

    snapshot(read) {
      if (connection.inTransaction) return read();
      begin.run();
      try {
        return read();
      } finally {
        commit.run();
      }
    },

    changedSince: (revision) => changed.all(revision) as DocumentRow[],

    order: (by) =>
      connection
        .prepare(`SELECT id FROM search_document WHERE removed = 0 ORDER BY ${ORDERS[by]}`)
        .pluck()
        .all() as number[],

    match: (query) => parseIds((match.get(toMatchExpression(query)) as string | null) ?? ''),

    count: (query) => count.get(toMatchExpression(query)) as number,

    rank(query, keep, limit) {
      const expression = toMatchExpression(query);
      const rows = keep === null ? rankAll.all(expression, limit) : rankKept.all(expression, keep, limit);
      return (rows as [number, number][]).map(([id, score]): Ranked => ({ id, score }));
    },

    rankNames(query, limit) {
      const expression = toNameExpression(query);
      return expression === null ? [] : (rankAll.all(expression, limit) as [number, number][]).map(([id]) => id);
    },

    // Stems begin with a sign that comes between the digits and the letters.
    vocabulary: () =>
      connection
        .prepare(
          `SELECT term AS word, doc AS records FROM search_vocabulary WHERE term < '${STEM_MARK}' OR term >= '\`'`,
        )
        .all() as VocabularyWord[],

    textsWith(word, limit) {
      const ids = first.all(toMatchExpression(queryOf(word)), limit);
      const terms = new Map(
        connection
          .prepare(SELECT_TERMS)
          .pluck()
          .all()
          .map((json) => JSON.parse(json as string) as SourceTerm)
          .map((term) => [term.id, term]),
      );
      return sources
        .all(JSON.stringify(ids))
        .flatMap((json) => Object.values(indexedTexts(JSON.parse(json as string) as SourceRecord, terms)).flat())
        .map(({ text }) => text);
    },

    towns: () =>
      connection
        .prepare(
          `SELECT town, municipalityId, count(*) AS records FROM Enterprise
           WHERE publication = 'published' AND town IS NOT NULL GROUP BY town, municipalityId`,
        )
        .all() as TownRow[],

    names: (ids) => names.all(JSON.stringify(ids)) as NameRow[],
  };
}

/** "3,17,204" as numbers. */
function parseIds(text: string): Int32Array {
  if (text === '') return new Int32Array(0);
  let size = 1;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === COMMA) size++;
  const ids = new Int32Array(size);
  let id = 0;
  let place = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      ids[place++] = id;
      id = 0;
    } else {
      id = id * 10 + code - ZERO;
    }
  }
  ids[place] = id;
  return ids;
}

const COMMA = 44;
const ZERO = 48;

/** The query for exactly one form of a word. */
function queryOf(form: string): TextQuery {
  const token = { text: form, fold: form, start: 0, end: form.length };
  return { words: [], phrases: [{ words: [token] }], excluded: [] };
}
