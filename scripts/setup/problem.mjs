/** Something an operator can mend. Its message is one line: the cause, and the mend. */
export class Problem extends Error {
  /**
   * @param {string} cause what is wrong, as a sentence without its full stop
   * @param {string} mend what to do, as a sentence without its full stop
   * @param {unknown} [error] what was thrown
   */
  constructor(cause, mend, error) {
    super(`${cause.replace(/[.\s]+$/, '')}. ${mend}.`.replace(/\s+/g, ' '), { cause: error });
    this.name = 'Problem';
  }
}

/** Codes of Node and SQLite for a file system that is full. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
const FORBIDDEN = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'SQLITE_READONLY',
  'SQLITE_READONLY_DIRECTORY',
  'SQLITE_CANTOPEN',
]);
const DAMAGED = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/**
 * Turns what was thrown into one line for the operator.
 * @param {unknown} error
 * @param {string} doing what was going on, e.g. "writing the backup"
 * @returns {Problem}
 */
export function toProblem(error, doing) {
  if (error instanceof Problem) return error;
  const { code = '', message = String(error), path } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  const where = path ? ` (${path})` : '';
  const base = code.startsWith('SQLITE_CORRUPT') ? 'SQLITE_CORRUPT' : code;
  if (FULL.has(base)) {
    return new Problem(
      `The disk is full: ${doing} failed${where}`,
      'Free some space and start again; nothing was lost',
      error,
    );
  }
  if (FORBIDDEN.has(base)) {
    return new Problem(
      `Not allowed to write: ${doing} failed${where}`,
      'Give this user the right to write there, or set DATA_DIR to another folder',
      error,
    );
  }
  if (DAMAGED.has(base)) {
    return new Problem(
      `The database is damaged: ${doing} failed`,
      'Put back the newest backup (npm run restore -- FILE --force); see docs/operations.md',
      error,
    );
  }
  if (base === 'SQLITE_BUSY') {
    return new Problem(
      `Another program holds the database: ${doing} failed`,
      'Wait for the import or the other server to end, then start again',
      error,
    );
  }
  return new Problem(
    `${doing[0]?.toUpperCase()}${doing.slice(1)} failed: ${firstLine(message)}`,
    'LOG_LEVEL=debug shows more',
    error,
  );
}

/** @param {string} text */
function firstLine(text) {
  return (text.split('\n').find((line) => line.trim() !== '') ?? text).trim().replace(/\.$/, '');
}
