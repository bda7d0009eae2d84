import 'server-only';
import type Database from 'better-sqlite3';
import { contentVersionReader } from '@/lib/db/content-version';
import { openReader } from '@/lib/db/open-reader';
import { databaseFile } from '@/lib/env';
import { fail, ok, type Result } from '@/lib/shared/result';
import { version } from '@/package.json';

/** What the running program says of itself. */
export interface Health {
  status: 'ok';
  /** Version of the program, from package.json. */
  version: string;
  /** Name of the last migration that was applied. */
  schema: string;
  /** Raised at every change of what the public sees. */
  contentVersion: number;
  /** Rows by table. */
  rows: Record<keyof typeof COUNTED, number>;
}

const COUNTED = {
  enterprises: 'Enterprise',
  sources: 'Source',
  facts: 'FactSource',
  terms: 'TaxonomyTerm',
  municipalities: 'Municipality',
  settlements: 'Settlement',
  importRuns: 'ImportRun',
} as const;

/**
 * Reads the state of the database through a connection of its own, so that the answer is about the file as it is now
 * and not about a handle that still works.
 * @returns the reason in one sentence when the database cannot be read
 */
export function readHealth(): Result<Health, string> {
  let connection: Database.Database | undefined;
  try {
    connection = openReader(databaseFile());
    return ok(look(connection));
  } catch (error) {
    return fail(`The database cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    connection?.close();
  }
}

function look(connection: Database.Database): Health {
  const one = (sql: string) => connection.prepare(sql).pluck().get();
  const counts = Object.entries(COUNTED).map(([name, table]) => [name, one(`SELECT count(*) FROM "${table}"`)]);
  return {
    status: 'ok',
    version,
    schema: String(
      one(
        'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1',
      ),
    ),
    contentVersion: contentVersionReader(connection)(),
    rows: Object.fromEntries(counts) as Health['rows'],
  };
}
