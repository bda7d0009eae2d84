import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { PrismaClient } from '@/generated/prisma/client';
import { BUSY_TIMEOUT_MS } from './open-reader';

export { openReader } from './open-reader';

/** Opens the Prisma client on an SQLite file that is already migrated. Foreign keys are on, WAL is a property of the file. */
export function openPrisma(file: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS }),
    transactionOptions: { timeout: 30 * 60_000, maxWait: BUSY_TIMEOUT_MS },
  });
}

/** Puts an SQLite file into WAL mode; the mode stays with the file. */
export function enableWal(file: string): void {
  const connection = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.close();
}
