import 'server-only';
import type { Tx } from '@/lib/db';

/**
 * Writing many rows by one statement with one parameter, a JSON text. Prisma's own `createMany` binds each value and
 * took 50 times as long (docs/decisions/0004-importer.md). The only SQL of the writing side; another database would
 * need `jsonb_to_recordset` here.
 */
type Row<Column extends string> = Readonly<Record<Column, string | number | boolean | null>>;

/** Rows in one statement: keeps the JSON text small. */
const ROWS_AT_A_TIME = 500;

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const extracted = (count: number) =>
  Array.from({ length: count }, (_, index) => `json_extract(r.value, '$[${index}]')`).join(', ');

function toJson<Column extends string>(columns: readonly Column[], rows: readonly Row<Column>[]): string {
  return JSON.stringify(rows.map((row) => columns.map((column) => row[column])));
}

function* pieces<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += ROWS_AT_A_TIME) yield items.slice(at, at + ROWS_AT_A_TIME);
}

/** Inserts rows into a table; the columns must be names of the schema, never of a user. */
export async function insertRows<Column extends string>(
  tx: Tx,
  table: string,
  columns: readonly Column[],
  rows: readonly Row<Column>[],
): Promise<void> {
  const sql = `INSERT INTO "${table}" (${quoted(columns)}) SELECT ${extracted(columns.length)} FROM json_each(?) r`;
  for (const piece of pieces(rows)) await tx.$executeRawUnsafe(sql, toJson(columns, piece));
}

/** Inserts rows and gives their ids, in the order of the rows. */
export async function insertRowsForIds<Column extends string>(
  tx: Tx,
  table: string,
  columns: readonly Column[],
  rows: readonly Row<Column>[],
): Promise<number[]> {
  const sql = `INSERT INTO "${table}" (${quoted(columns)}) SELECT ${extracted(columns.length)}
    FROM json_each(?) r ORDER BY r.key RETURNING "id"`;
  const ids: number[] = [];
  for (const piece of pieces(rows)) {
    const returned = await tx.$queryRawUnsafe<{ id: number | bigint }[]>(sql, toJson(columns, piece));
    // Ids grow in the order of insertion; the order in which they are returned is not promised.
    ids.push(...returned.map(({ id }) => Number(id)).sort((a, b) => a - b));
  }
  return ids;
}

/** Sets columns of rows that exist; `id` tells which. */
export async function updateRows<Column extends string>(
  tx: Tx,
  table: string,
  columns: readonly Column[],
  rows: readonly (Row<Column> & { id: number })[],
): Promise<void> {
  const sets = columns.map((column, index) => `"${column}" = json_extract(r.value, '$[${index + 1}]')`).join(', ');
  const sql = `UPDATE "${table}" SET ${sets} FROM json_each(?) r WHERE "${table}"."id" = json_extract(r.value, '$[0]')`;
  for (const piece of pieces(rows)) await tx.$executeRawUnsafe(sql, toJson(['id', ...columns], piece));
}

/** An instant as Prisma stores it in SQLite. */
export function toStoredInstant(instant: Date): string {
  return instant.toISOString().replace('Z', '+00:00');
}
