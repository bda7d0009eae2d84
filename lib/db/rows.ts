import 'server-only';
import type Database from 'better-sqlite3';
import type { Prisma } from '@/generated/prisma/client';
import type { Tx } from '.';
import { connectionOf } from './connect';

/**
 * Single rows, read and written on the connection of the Prisma client, and so inside whatever transaction is open on it.
 * For the few commands that staff and citizens wait for: a statement here takes a tenth of the time of one through the
 * client (docs/decisions/0018-hot-writes.md). Tables, columns and types are those of the Prisma schema; dates are stored
 * as the client stores them. Everything else goes through the client.
 */
export interface Rows {
  /** The first row that is so; null when there is none. Several values of a column in `where` mean any of them; two with `after` and `before` what lies between. */
  find: <M extends Model, K extends Column<M>>(
    model: M,
    where: Where<M>,
    columns: readonly K[],
    order?: Order<M>,
  ) => Pick<Scalars<M>, K> | null;
  findAll: <M extends Model, K extends Column<M>>(
    model: M,
    where: Where<M>,
    columns: readonly K[],
    order?: Order<M>,
  ) => Pick<Scalars<M>, K>[];
  has: <M extends Model>(model: M, where: Where<M>) => boolean;
  /** What is not given is the table's default; a time that the row begins is always given. @returns the number of the new row */
  insert: <M extends Model>(model: M, row: Partial<Scalars<M>>) => number;
  /** @returns how many rows have changed */
  update: <M extends Model>(model: M, where: Where<M>, data: Partial<Scalars<M>>) => number;
  /** Adds a row, or changes the one that has the same `key`. Without `changes` an existing one stays as it is. */
  put: <M extends Model>(
    model: M,
    key: readonly Column<M>[],
    row: Partial<Scalars<M>>,
    changes?: Partial<Scalars<M>>,
  ) => void;
  /** @returns how many rows are gone */
  remove: <M extends Model>(model: M, where: Where<M>) => number;
}

type Model = Prisma.ModelName;
type Scalars<M extends Model> = Prisma.TypeMap['model'][M]['payload']['scalars'];
type Column<M extends Model> = keyof Scalars<M> & string;
type Where<M extends Model> = {
  readonly [K in Column<M>]?: Scalars<M>[K] | readonly Scalars<M>[K][] | Between<Scalars<M>[K]>;
};
/** Values between two others, which are not among them. */
interface Between<V> {
  after: V;
  before: V;
}
type Order<M extends Model> = readonly [Column<M>, 'asc' | 'desc'];

/** The rows within a transaction; of a client each statement is one of its own. */
export async function rows(tx: Tx): Promise<Rows> {
  const connection = await connectionOf(tx);
  return ROWS.get(connection) ?? makeRows(connection);
}

const ROWS = new WeakMap<Database.Database, Rows>();

type Values = Readonly<Record<string, unknown>>;

function makeRows(connection: Database.Database): Rows {
  const prepared = new Map<string, Prepared>();
  const statement = (sql: string): Prepared => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = prepare(connection, sql);
    prepared.set(sql, made);
    return made;
  };
  const select = (model: string, where: Values, columns: readonly string[], order?: readonly [string, string]) => {
    const { text, values } = condition(where);
    const sorted = order ? ` ORDER BY ${quoted(order[0])} ${order[1] === 'desc' ? 'DESC' : 'ASC'}` : '';
    return { ...statement(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(model)}${text}${sorted}`), values };
  };
  const run = (sql: string, values: readonly unknown[]) => statement(sql).raw.run(...values.map(stored));
  const made: Rows = {
    find: (model, where, columns, order) => {
      const { raw, read, values } = select(model, where, columns, order);
      const row = raw.get(...values);
      return row === undefined ? null : (read(row as Row) as never);
    },
    findAll: (model, where, columns, order) => {
      const { raw, read, values } = select(model, where, columns, order);
      return raw.all(...values).map((row) => read(row as Row)) as never;
    },
    has: (model, where) => {
      const { text, values } = condition(where);
      return statement(`SELECT 1 AS "there" FROM ${quoted(model)}${text} LIMIT 1`).raw.get(...values) !== undefined;
    },
    insert: (model, row) => {
      const { columns, values } = given(row);
      return Number(run(`INSERT INTO ${quoted(model)} ${listed(columns)}`, values).lastInsertRowid);
    },
    update: (model, where, data) => {
      const { columns, values } = given(data);
      const { text, values: sought } = condition(where);
      return run(`UPDATE ${quoted(model)} SET ${assigned(columns)}${text}`, [...values, ...sought]).changes;
    },
    put: (model, key, row, changes = {}) => {
      const { columns, values } = given(row);
      const { columns: changed, values: after } = given(changes);
      const then = changed.length > 0 ? `DO UPDATE SET ${assigned(changed)}` : 'DO NOTHING';
      const sql = `INSERT INTO ${quoted(model)} ${listed(columns)} ON CONFLICT (${key.map(quoted).join(', ')}) ${then}`;
      run(sql, [...values, ...after]);
    },
    remove: (model, where) => {
      const { text, values } = condition(where);
      return run(`DELETE FROM ${quoted(model)}${text}`, values).changes;
    },
  };
  ROWS.set(connection, made);
  return made;
}

type Row = Record<string, unknown>;

interface Prepared {
  raw: Database.Statement<unknown[]>;
  /** Gives the values of a row the types of the Prisma client. */
  read: (row: Row) => Row;
}

function prepare(connection: Database.Database, sql: string): Prepared {
  const raw = connection.prepare<unknown[]>(sql);
  if (!raw.reader) return { raw, read: (row) => row };
  raw.safeIntegers(false);
  const typed = raw.columns().flatMap(({ name, type }) => {
    const convert = type === null ? undefined : FROM_STORED[type.toUpperCase()];
    return convert ? [{ name, convert }] : [];
  });
  const read = (row: Row) => {
    for (const { name, convert } of typed) if (row[name] !== null) row[name] = convert(row[name]);
    return row;
  };
  return { raw, read };
}

const FROM_STORED: Readonly<Record<string, (value: unknown) => unknown>> = {
  DATETIME: (value) => new Date(String(value)),
  BOOLEAN: (value) => value === 1,
};

/** As the Prisma client stores a value. */
function stored(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  return typeof value === 'boolean' ? Number(value) : value;
}

function given(row: Values): { columns: string[]; values: unknown[] } {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  return { columns: entries.map(([name]) => name), values: entries.map(([, value]) => value) };
}

function condition(where: Values): { text: string; values: unknown[] } {
  const entries = Object.entries(where).filter(([, value]) => value !== undefined);
  const parts = entries.map(([name, value]) => {
    if (value === null) return `${quoted(name)} IS NULL`;
    if (isBetween(value)) return `${quoted(name)} > ? AND ${quoted(name)} < ?`;
    return Array.isArray(value) ? `${quoted(name)} IN (${value.map(() => '?').join(', ')})` : `${quoted(name)} = ?`;
  });
  const values = entries
    .flatMap(([, value]) => (value === null ? [] : isBetween(value) ? [value.after, value.before] : value))
    .map(stored);
  return { text: parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`, values };
}

function isBetween(value: unknown): value is Between<unknown> {
  return typeof value === 'object' && value !== null && 'after' in value && 'before' in value;
}

const quoted = (name: string) => `"${name}"`;
const assigned = (columns: readonly string[]) => columns.map((name) => `${quoted(name)} = ?`).join(', ');
const listed = (columns: readonly string[]) =>
  `(${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
