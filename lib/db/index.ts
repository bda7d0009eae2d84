import 'server-only';
import type Database from 'better-sqlite3';
import type { Prisma, PrismaClient } from '@/generated/prisma/client';
import { databaseFile } from '@/lib/env';
import { openPrisma, openReader } from './connect';

export type { Prisma } from '@/generated/prisma/client';
/** What a command writes through: the client, or the transaction that it is part of. */
export type Tx = Prisma.TransactionClient;

// Next evaluates modules once per bundle (and again on each change in development); the handles live on globalThis.
const handles = globalThis as unknown as { __db?: PrismaClient; __reader?: Database.Database };

/** The one Prisma client of the process. */
export function db(): PrismaClient {
  handles.__db ??= openPrisma(databaseFile());
  return handles.__db;
}

/** The one read-only connection of the process, for hand-written SQL. Never writes. */
export function reader(): Database.Database {
  handles.__reader ??= openReader(databaseFile());
  return handles.__reader;
}

/** Closes both handles; for scripts and tests. */
export async function closeDb(): Promise<void> {
  // The last connection to close writes the log back into the file, which a read-only one cannot do.
  handles.__reader?.close();
  await handles.__db?.$disconnect();
  delete handles.__db;
  delete handles.__reader;
}
