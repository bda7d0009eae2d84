import Database from 'better-sqlite3';
import type { ChainHead } from '@/lib/audit/chain';
import { lastOfChain } from '@/lib/audit/verify';

/** What is told of a database, so that a copy can be compared with it. */
export interface DatabaseFacts {
  /** Names of the migrations that it has, oldest first. */
  migrations: string[];
  /** Rows by table. */
  tables: Record<string, number>;
  contentVersion: number;
  /** End of the audit log; null where there is none yet. */
  audit: ChainHead | null;
}

/** Reads the facts; inside a transaction all are of one moment. */
export function readFacts(connection: Database.Database): DatabaseFacts {
  // The search index's own tables (shadow, virtual) are made from the others.
  const names = connection
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const count = (name: string) => connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
  return {
    migrations: names.includes('_prisma_migrations') ? appliedMigrations(connection) : [],
    tables: Object.fromEntries(names.map((name) => [name, count(name)])),
    contentVersion: Number(readMeta(connection, names, 'contentVersion') ?? 0),
    audit: lastOfChain(connection),
  };
}

function appliedMigrations(connection: Database.Database): string[] {
  return connection
    .prepare(
      `SELECT migration_name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .pluck()
    .all() as string[];
}

function readMeta(connection: Database.Database, tables: readonly string[], key: string): string | undefined {
  if (!tables.includes('Meta')) return undefined;
  return connection.prepare(`SELECT "value" FROM "Meta" WHERE "key" = ?`).pluck().get(key) as string | undefined;
}

/** SQLite's own checks of a whole file. */
export interface Soundness {
  /** "ok", or the first fault. */
  integrity: string;
  /** Rows that name another one which is not there. */
  foreignKeyFaults: number;
}

/** Reads every page of the file. Blocks: not for the process that serves. */
export function checkSoundness(connection: Database.Database): Soundness {
  try {
    const integrity = String(connection.pragma('integrity_check(1)', { simple: true }));
    const foreignKeyFaults = integrity === 'ok' ? (connection.pragma('foreign_key_check') as unknown[]).length : 0;
    return { integrity, foreignKeyFaults };
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!/^SQLITE_(NOTADB|CORRUPT|IOERR|FORMAT)/.test(code)) throw error;
    return { integrity: message, foreignKeyFaults: 0 };
  }
}

/** The first difference between two descriptions, in words; null when there is none. */
export function differenceOf(wanted: DatabaseFacts, found: DatabaseFacts): string | null {
  for (const name of new Set([...Object.keys(wanted.tables), ...Object.keys(found.tables)])) {
    if (wanted.tables[name] !== found.tables[name]) {
      return `table ${name} has ${found.tables[name] ?? 'no'} rows instead of ${wanted.tables[name] ?? 'none'}`;
    }
  }
  if (wanted.migrations.join() !== found.migrations.join()) return 'its migrations are others';
  if (wanted.contentVersion !== found.contentVersion) {
    return `its content version is ${found.contentVersion} instead of ${wanted.contentVersion}`;
  }
  if (wanted.audit?.entries !== found.audit?.entries || wanted.audit?.head !== found.audit?.head) {
    return `its audit log ends at entry ${found.audit?.entries ?? 0} instead of ${wanted.audit?.entries ?? 0}`;
  }
  return null;
}

/** When and from where a database was restored last; in `Meta`, where the check of the audit log finds it. */
export interface Restored {
  /** Time of the restore, ISO */
  at: string;
  /** Where the audit log ended in what was restored */
  entries: number;
}

export const RESTORED_KEY = 'restored';

export function readRestored(connection: Database.Database): Restored | null {
  const text = connection.prepare(`SELECT "value" FROM "Meta" WHERE "key" = ?`).pluck().get(RESTORED_KEY);
  return typeof text === 'string' ? (JSON.parse(text) as Restored) : null;
}

/** Opens a file for a look; the caller closes. */
export function openFile(file: string): Database.Database {
  return new Database(file, { fileMustExist: true, timeout: 10_000 });
}
