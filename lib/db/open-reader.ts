import Database from 'better-sqlite3';

/** How long a connection waits for another one that writes, in milliseconds. */
export const BUSY_TIMEOUT_MS = 10_000;

/**
 * What each connection may hold of the file in memory, in KiB. The system holds it as well; better-sqlite3 would keep four
 * times as much for each (docs/decisions/0017-memory.md).
 */
export const CACHE_KIB = 4_096;

/**
 * Opens a read-only connection for hand-written SQL on hot paths (full-text search, the index's columns).
 * Apart from `connect.ts`, because the server around Next needs it without the Prisma client.
 */
export function openReader(file: string): Database.Database {
  const reader = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  reader.pragma('query_only = on');
  reader.pragma(`cache_size = -${CACHE_KIB}`);
  return reader;
}
