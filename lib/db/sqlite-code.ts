/**
 * The code that SQLite gave for a failure, wherever it stands: on the error itself, or in what Prisma wraps it in.
 * @returns a primary code such as `SQLITE_FULL` or `SQLITE_BUSY`; null when SQLite had no part in it
 */
export function sqliteCodeOf(error: unknown): string | null {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    const { code, originalCode, cause, meta } = at as ErrorParts;
    const found = [originalCode, code].find((text) => typeof text === 'string' && text.startsWith('SQLITE_'));
    // SQLITE_BUSY_SNAPSHOT and the like are kinds of SQLITE_BUSY.
    if (typeof found === 'string') return found.split('_').slice(0, 2).join('_');
    at = cause ?? meta?.driverAdapterError;
  }
  return null;
}

interface ErrorParts {
  code?: unknown;
  originalCode?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
}
