import type Database from 'better-sqlite3';
import type { IndexTables } from './corpus';
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
const matching = (tables: IndexTables) => `FROM ${tables}_text WHERE ${tables}_text MATCH ?`;
const BEST_FIRST = 'ORDER BY +rank, substr(?, rowid * 4 - 3, 4) LIMIT ?';

/** What a list of suggestions shows of some records, and the towns that they name. `?` is a JSON list of ids. */
const NAMES: Readonly<Record<IndexTables, { names: string; towns: string | null }>> = {
  search: {
    names: `SELECT e.id, e.slug, e.nameSr, e.nameSrCyrl, NULL AS nameEn, e.town, m.nameSr AS municipality
      FROM json_each(?) wanted JOIN Enterprise e ON e.id = wanted.value
      LEFT JOIN Municipality m ON m.id = e.municipalityId ORDER BY wanted.key`,
    towns: `SELECT town, municipalityId, count(*) AS records FROM Enterprise
      WHERE publication = 'published' AND town IS NOT NULL GROUP BY town, municipalityId`,
  },
  story_search: {
    names: `SELECT s.id, s.slug, coalesce(sr.title, en.title) AS nameSr, NULL AS nameSrCyrl, en.title AS nameEn,
        s.place AS town, m.nameSr AS municipality
      FROM json_each(?) wanted JOIN Story s ON s.id = wanted.value
      LEFT JOIN StoryText sr ON sr.storyId = s.id AND sr.lang = 'sr'
      LEFT JOIN StoryText en ON en.storyId = s.id AND en.lang = 'en'
      LEFT JOIN Municipality m ON m.id = s.municipalityId ORDER BY wanted.key`,
    towns: null,
  },
};

/** @param connection a connection that never writes */
export function openSqliteIndex(connection: Database.Database, tables: IndexTables): SearchIndex {
  const found = matching(tables);
  const begin = connection.prepare('BEGIN');
  const commit = connection.prepare('COMMIT');
  const state = connection.prepare(`SELECT generation, revision FROM ${tables}_state`);
  const changed = connection.prepare(
    `SELECT id, revision, removed, facets, mark, lat, lng, foundedYear, verifiedOn FROM ${tables}_document
     WHERE revision > ? ORDER BY id`,
  );
  // One text of ids is several times faster to hand over than as many rows.
  const match = connection.prepare(`SELECT group_concat(rowid) ${found}`).pluck();
  const count = connection.prepare(`SELECT count(*) ${found}`).pluck();
  const rankAll = connection.prepare(`SELECT rowid ${found} ${BEST_FIRST}`).pluck();
  const rankKept = connection.prepare(`SELECT rowid ${found} AND substr(?, rowid, 1) = x'01' ${BEST_FIRST}`).pluck();
  const rankNames = connection.prepare(`SELECT rowid ${found} ORDER BY +rank, rowid LIMIT ?`).pluck();
  const names = connection.prepare(NAMES[tables].names);

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
        .prepare(`SELECT id FROM ${tables}_document WHERE removed = 0 ORDER BY ${ORDERS[by]}`)
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

    vocabulary: () => connection.prepare(`SELECT word, records, written FROM ${tables}_word`).all() as VocabularyWord[],

    towns: () => {
      const { towns } = NAMES[tables];
      return towns === null ? [] : (connection.prepare(towns).all() as TownRow[]);
    },

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
