import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/**
 * Who uses DATA_DIR. Servers and backups share it, a restore has it alone. The lock is SQLite's own on an empty file, so
 * the kernel takes it away from a process that dies, and no stale file of a number that another process has by now can
 * keep anybody out.
 */
const LOCK_FILE = 'in-use.lock';

/** Lets go of the lock. */
export type Release = () => void;

// A connection that is collected as garbage would lose its lock.
const held = new Set<Database.Database>();

/** Takes a share of the folder, which is made where it is missing. @returns null while somebody has it alone */
export function shareData(folder: string): Release | null {
  return lock(folder, (connection) => {
    connection.exec('BEGIN');
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
  });
}

/** Takes the folder alone. @returns null while somebody uses it */
export function claimData(folder: string): Release | null {
  return lock(folder, (connection) => {
    // Nothing is ever written, so that no journal is needed; without this one would lie beside the file.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
  });
}

function lock(folder: string, take: (connection: Database.Database) => void): Release | null {
  mkdirSync(folder, { recursive: true });
  const connection = new Database(path.join(folder, LOCK_FILE), { timeout: 200 });
  try {
    take(connection);
  } catch (error) {
    connection.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  held.add(connection);
  return () => {
    held.delete(connection);
    connection.close();
  };
}

/** Whether another connection has a database in WAL mode open. Changes nothing. */
export function isDatabaseOpen(file: string): boolean {
  return attempt(file, (connection) => connection.prepare('SELECT count(*) FROM sqlite_master').get()) === 'busy';
}

/**
 * Keeps everybody else from a database, by SQLite's own lock on it, and writes its log back into it: afterwards the file
 * alone is the whole database.
 * @returns "busy" while another connection has it open; null when it is too damaged to be locked
 */
export function claimDatabase(file: string): Release | 'busy' | null {
  // Leaving WAL mode needs the file alone; MEMORY leaves no journal that closing would remove from whatever has taken the
  // file's place.
  const connection = attempt(file, (opened) => {
    opened.pragma('journal_mode = MEMORY');
    opened.exec('BEGIN EXCLUSIVE; COMMIT');
    return opened;
  });
  return connection === null || connection === 'busy' ? connection : () => connection.close();
}

/** Opens a file alone; the connection stays open when `work` returns it. */
function attempt<T>(file: string, work: (connection: Database.Database) => T): T | 'busy' | null {
  const connection = new Database(file, { fileMustExist: true, timeout: 0 });
  let result: T | 'busy' | null = null;
  try {
    // In this mode a lock stays after its transaction, until the connection is closed.
    connection.pragma('locking_mode = EXCLUSIVE');
    result = work(connection);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code.startsWith('SQLITE_BUSY')) result = 'busy';
    else if (!/^SQLITE_(NOTADB|CORRUPT|FORMAT|IOERR_SHORT_READ)/.test(code)) throw error;
  } finally {
    if (result !== connection) connection.close();
  }
  return result;
}
