import Database from 'better-sqlite3';

/** How long a connection waits for another one that writes, in milliseconds. */
export const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens a read-only connection for hand-written SQL on hot paths (full-text search, the index's columns).
 * Apart from `connect.ts`, because the server around Next needs it without the Prisma client.
 */
export function openReader(file: string): Database.Database {
  const reader = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  reader.pragma('query_only = on');
  return reader;
}
