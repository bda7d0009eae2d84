import type Database from 'better-sqlite3';
import { toMatchExpression, toNameExpression } from './match-sqlite';
import type {
  DocumentRow,
  IndexState,
  NameRow,
  SearchIndex,
  StoredOrder,
  TownRow,
  VocabularyWord,
} from './search-index';

/** The reading side of the search index in SQLite. Its tables are made and filled by `index-sqlite-write.ts`. */

const ORDERS: Readonly<Record<StoredOrder, string>> = {
  nameLatn: 'keyLatn, id',
  nameCyrl: 'keyCyrl, id',
  newest: 'createdAt DESC, id DESC',
  verified: 'verifiedOn IS NULL, verifiedOn DESC, keyLatn, id',
};

// `+rank` and not `rank`: FTS5 would rank and sort every hit by itself before it looks at the limit and at the other
// conditions. This way SQLite keeps only the best few, and hits that are filtered away are never ranked
// (docs/decisions/0003-search.md).
const MATCHING = 'FROM search_text WHERE search_text MATCH ?';
const BEST_FIRST = 'ORDER BY +rank, substr(?, rowid * 4 - 3, 4) LIMIT ?';

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
  const match = connection.prepare(`SELECT group_concat(rowid) ${MATCHING}`).pluck();
  const count = connection.prepare(`SELECT count(*) ${MATCHING}`).pluck();
  const rankAll = connection.prepare(`SELECT rowid ${MATCHING} ${BEST_FIRST}`).pluck();
  const rankKept = connection.prepare(`SELECT rowid ${MATCHING} AND substr(?, rowid, 1) = x'01' ${BEST_FIRST}`).pluck();
  const rankNames = connection.prepare(`SELECT rowid ${MATCHING} ORDER BY +rank, rowid LIMIT ?`).pluck();
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

    changedSince: (revision) => changed.iterate(revision) as IterableIterator<DocumentRow>,

    order: (by) =>
      connection
        .prepare(`SELECT id FROM search_document WHERE removed = 0 ORDER BY ${ORDERS[by]}`)
        .pluck()
        .all() as number[],

    match: (query) => parseIds((match.get(toMatchExpression(query)) as string | null) ?? ''),

    count: (query) => count.get(toMatchExpression(query)) as number,

    rank(query, places, keep, limit) {
      const expression = toMatchExpression(query);
      const ids =
        keep === null ? rankAll.all(expression, places, limit) : rankKept.all(expression, keep, places, limit);
      return ids as number[];
    },

    rankNames(query, limit) {
      const expression = toNameExpression(query);
      return expression === null ? [] : (rankNames.all(expression, limit) as number[]);
    },

    vocabulary: () => connection.prepare('SELECT word, records, written FROM search_word').all() as VocabularyWord[],

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
