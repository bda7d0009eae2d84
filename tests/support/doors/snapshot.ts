import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** What any request may leave behind: counters of limits, codes that were tried, that a session was seen. */
const NOT_COMPARED = ['RateLimiterFlexible', 'StaffUsedCode', 'Job', 'StoryViewer'];
/** Rows of refusals are what a refusal writes; that it did is looked at apart. */
const PARTS: Readonly<Record<string, string>> = {
  AuditEntry: `SELECT "action", "objectId" FROM "AuditEntry" WHERE "action" <> 'staff.refused' ORDER BY "id"`,
  StaffSession: `SELECT "id", "userId", "factorAt" FROM "StaffSession" ORDER BY "id"`,
  Meta: `SELECT "key", "value" FROM "Meta" WHERE "key" <> 'auditHead' ORDER BY "key"`,
};

/**
 * A digest of everything that stands in a database, table by table: two that are equal mean that nothing was changed. The
 * tables are asked of the database itself, so that one of tomorrow is looked at too.
 */
export function snapshotOf(file: string): Record<string, string> {
  const connection = new Database(file, { readonly: true });
  try {
    const tables = connection
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    const compared = tables.filter((name) => !NOT_COMPARED.includes(name) && name !== '_prisma_migrations');
    return Object.fromEntries(compared.map((name) => [name, digestOf(connection, name)]));
  } finally {
    connection.close();
  }
}

function digestOf(connection: Database.Database, table: string): string {
  const rows = connection
    .prepare(PARTS[table] ?? `SELECT * FROM "${table}"`)
    .raw()
    .all();
  return `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)}`;
}
