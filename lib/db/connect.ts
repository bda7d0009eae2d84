import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { type Prisma, PrismaClient } from '@/generated/prisma/client';
import { BUSY_TIMEOUT_MS, CACHE_KIB } from './open-reader';

export { openReader } from './open-reader';

/** Opens the Prisma client on an SQLite file that is already migrated. Foreign keys are on, WAL is a property of the file. */
export function openPrisma(file: string): PrismaClient {
  const adapter = new SharedConnection({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS });
  const client = new PrismaClient({
    adapter,
    transactionOptions: { timeout: 30 * 60_000, maxWait: BUSY_TIMEOUT_MS },
  });
  const connection = async () => {
    if (!adapter.connection?.open) await client.$connect();
    return adapter.connection as Database.Database;
  };
  return Object.assign(client, { [CONNECTION]: connection });
}

/** Name under which a client, and each of its transactions, has its connection. */
const CONNECTION = '$connection';

/** The connection of a client or a transaction, on which whatever it has begun is open. */
export function connectionOf(tx: Prisma.TransactionClient): Promise<Database.Database> {
  return (tx as unknown as { [CONNECTION]: () => Promise<Database.Database> })[CONNECTION]();
}

/** Prisma's adapter, which shows its connection: what `rows.ts` does has to be in the client's own transaction. */
class SharedConnection extends PrismaBetterSqlite3 {
  connection: Database.Database | null = null;

  override async connect(): ReturnType<PrismaBetterSqlite3['connect']> {
    const adapter = await super.connect();
    const { client } = adapter as unknown as { client?: unknown };
    if (!(client instanceof Database)) throw new Error('This version of Prisma’s adapter hides its connection');
    client.pragma(`cache_size = -${CACHE_KIB}`);
    this.connection = client;
    return adapter;
  }
}

/** Puts an SQLite file into WAL mode; the mode stays with the file. */
export function enableWal(file: string): void {
  const connection = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.close();
}
