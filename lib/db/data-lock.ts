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

/**
 * Keeps everybody else from a database, by SQLite's own lock on it, and writes its log back into it: afterwards the file
 * alone is the whole database.
 * @returns "busy" while another connection has it open; null when it is too damaged to be locked
 */
export function claimDatabase(file: string): Release | 'busy' | null {
  const connection = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    // In this mode the lock stays after the transaction, until the connection is closed. Leaving WAL mode needs the file
    // alone; MEMORY leaves no journal that closing would remove from whatever has taken the file's place.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    return () => connection.close();
  } catch (error) {
    connection.close();
    const { code = '' } = error as { code?: string };
    if (code.startsWith('SQLITE_BUSY')) return 'busy';
    if (/^SQLITE_(NOTADB|CORRUPT|FORMAT|IOERR_SHORT_READ)/.test(code)) return null;
    throw error;
  }
}
