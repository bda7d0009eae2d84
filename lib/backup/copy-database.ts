import { closeSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type DatabaseFacts, readFacts } from './database-facts';

const OWNER_ONLY = 0o600;
/** Pages between two breaths. */
const PAGES_AT_A_TIME = 1_000;

/**
 * Copies a database, in use or not, as it is at this moment, by SQLite's backup interface. The one way to copy one: `cp`
 * misses what still stands in the write-ahead log.
 *
 * A read transaction is held on the source meanwhile. Without it every commit of another process would begin the copying
 * anew, and under a steady load it would never end; with it the copy and the facts are of one moment.
 * @param target must not exist; will be one file, readable by its owner only
 * @returns what the source held at that moment
 */
export async function copyDatabase(file: string, target: string): Promise<DatabaseFacts> {
  closeSync(openSync(target, 'wx', OWNER_ONLY));
  const source = new Database(file, { fileMustExist: true, timeout: 10_000 });
  try {
    source.exec('BEGIN');
    const facts = readFacts(source);
    await source.backup(target, { progress: () => PAGES_AT_A_TIME });
    source.exec('COMMIT');
    leaveWal(target);
    return facts;
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  } finally {
    source.close();
  }
}

/** A copy inherits WAL mode; it should be one file that can be read where nothing may be written. */
function leaveWal(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
