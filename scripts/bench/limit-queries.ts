import Database from 'better-sqlite3';
import { openReader } from '@/lib/db/open-reader';
import type { BoundingBox } from '@/lib/geo/types';
import { toMatchExpression } from '@/lib/search/match-sqlite';
import { parseText } from '@/lib/search/text-query';

/** The queries that nothing of ours can be faster than, on the same file and with the same settings. */
export interface LimitQueries {
  /** FTS5's twenty best of a text, and the total. */
  rankAndTotal: (text: string) => number;
  /** The same with the ranks as a column, by which SQLite keeps only the best twenty; the faster of the two forms. */
  rankAndTotalByColumn: (text: string) => number;
  /** Position of every record in a rectangle, from a table that holds nothing else. */
  rectangle: (box: BoundingBox) => number;
  /** The same, but 500 at most. */
  rectangleOf500: (box: BoundingBox) => number;
  close: () => void;
}

export function openLimitQueries(file: string): LimitQueries {
  const connection = openReader(file);
  const search = 'FROM search_text WHERE search_text MATCH ?';
  const rank = connection.prepare(`SELECT rowid ${search} ORDER BY rank LIMIT 20`).pluck();
  const rankColumn = connection.prepare(`SELECT rowid, +rank AS score ${search} ORDER BY score LIMIT 20`).raw();
  const count = connection.prepare(`SELECT count(*) ${search}`).pluck();
  const positions = copyPositions(connection);
  const inBox = 'SELECT id, lat, lng FROM position WHERE lat BETWEEN ? AND ? AND lng BETWEEN ? AND ?';
  const rectangle = positions.prepare(inBox).raw();
  const rectangleOf500 = positions.prepare(`${inBox} LIMIT 500`).raw();
  const edges = ({ south, north, west, east }: BoundingBox) => [south, north, west, east];
  const total = (expression: string) => count.get(expression) as number;
  return {
    rankAndTotal: (text) => rank.all(expressionOf(text)).length + total(expressionOf(text)),
    rankAndTotalByColumn: (text) => rankColumn.all(expressionOf(text)).length + total(expressionOf(text)),
    rectangle: (box) => rectangle.all(edges(box)).length,
    rectangleOf500: (box) => rectangleOf500.all(edges(box)).length,
    close: () => {
      connection.close();
      positions.close();
    },
  };
}

// Both sides search the same index with the same expression; reading the text is not part of the bare query.
const expressions = new Map<string, string>();

function expressionOf(text: string): string {
  const known = expressions.get(text);
  if (known !== undefined) return known;
  const parsed = parseText(text);
  if (parsed.kind !== 'query') throw new Error(`${text} is no query`);
  const expression = toMatchExpression(parsed.query);
  expressions.set(text, expression);
  return expression;
}

/** A table of positions alone, with an index that answers by itself: our records are much wider. */
function copyPositions(source: Database.Database): Database.Database {
  const copy = new Database(':memory:');
  copy.exec('CREATE TABLE position (id INTEGER PRIMARY KEY, lat REAL, lng REAL)');
  const insert = copy.prepare('INSERT INTO position VALUES (?, ?, ?)');
  const rows = source
    .prepare(`SELECT id, lat, lng FROM Enterprise WHERE lat IS NOT NULL AND publication = 'published'`)
    .raw()
    .all() as number[][];
  copy.transaction(() => {
    for (const row of rows) insert.run(row);
  })();
  copy.exec('CREATE INDEX position_place ON position (lat, lng)');
  return copy;
}
