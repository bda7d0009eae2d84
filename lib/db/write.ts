import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { fail, ok, type Result } from '@/lib/shared/result';
import { db, type Tx } from '.';
import { connectionOf } from './connect';
import { BUSY_TIMEOUT_MS } from './open-reader';

/** Why nothing could be written although nothing was wrong with what was asked. */
export type StorageTrouble = { code: 'busy' | 'full' };

/** How long a visitor's write waits for another process that writes (an import), and how often it looks. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/**
 * Runs a command in one transaction. What it answers is passed on, refusals too; when it throws, nothing was written.
 * A full disk and a database that another process keeps locked are answers: what was typed must not be lost for them.
 * @param patienceMs how long it waits for another process that writes
 */
export function writing<T, E>(
  work: (tx: Tx) => Promise<Result<T, E>>,
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): Promise<Result<T, E | StorageTrouble>> {
  return patiently(patienceMs, () =>
    db().$transaction(async (tx) => {
      await takeWriteLock(tx);
      return work(tx);
    }),
  );
}

/**
 * Waits until no other process writes, for what does not write through `writing` but by a library: inside SQLite it would wait
 * too, and with it the whole server.
 */
export function whenWritable(): Promise<Result<null, StorageTrouble>> {
  return patiently(PATIENCE_MS, async () => {
    const connection = await connectionOf(db());
    // A transaction of this process ends by itself, and the client lets one wait for the other.
    if (!connection.inTransaction) withoutWaiting(connection, 'BEGIN IMMEDIATE; ROLLBACK');
    return ok(null);
  });
}

/** Tries again as long as another process writes, without stopping this one meanwhile. @throws what is no trouble of the storage */
async function patiently<T, E>(
  patienceMs: number,
  attempt: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StorageTrouble>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const trouble = storageTrouble(error);
      if (!trouble) throw error;
      if (trouble === 'full' || Date.now() > until) return fail({ code: trouble });
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/**
 * The first statement takes the lock, so that a transaction which reads first cannot find at its first write that
 * another process was faster. It does not wait inside SQLite: that would stop the whole server, which has one thread.
 */
async function takeWriteLock(tx: Tx): Promise<void> {
  withoutWaiting(await connectionOf(tx), 'UPDATE "Meta" SET "value" = "value" WHERE 0');
}

function withoutWaiting(connection: Database.Database, sql: string): void {
  connection.pragma('busy_timeout = 0');
  try {
    connection.exec(sql);
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

/** P2028 is a transaction that could not begin in time, because others of this process were before it. */
const NO_TURN = 'P2028';

/** What of the storage made a write fail; null for any other error. */
export function storageTrouble(error: unknown): StorageTrouble['code'] | null {
  if (!(error instanceof Error)) return null;
  const { code, meta } = error as {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  const original = meta?.driverAdapterError?.cause?.originalCode ?? code ?? '';
  if (/^SQLITE_(FULL|IOERR)/.test(original) || original === 'ENOSPC' || original === 'EDQUOT') return 'full';
  return /^SQLITE_(BUSY|LOCKED)/.test(original) || original === NO_TURN ? 'busy' : null;
}
