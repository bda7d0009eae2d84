import type Database from 'better-sqlite3';

/**
 * The content version is a number in `Meta` that every command raises in the transaction in which it changes
 * what the public sees. Caches (pages, search columns, vocabularies) are right as long as it stands still,
 * whichever process wrote.
 */
const KEY = 'contentVersion';

/** SQL that raises the version; run it inside the writing transaction (`tx.$executeRawUnsafe(BUMP_CONTENT_VERSION)`). */
export const BUMP_CONTENT_VERSION = `INSERT INTO "Meta" ("key", "value") VALUES ('${KEY}', '1')
  ON CONFLICT ("key") DO UPDATE SET "value" = CAST("value" AS INTEGER) + 1`;

/**
 * Makes a function that tells the present content version. It costs one `PRAGMA data_version` while nobody
 * writes. The connection must be one that never writes: SQLite does not report a connection's own commits to it.
 */
export function contentVersionReader(reader: Database.Database): () => number {
  const pragma = reader.prepare('PRAGMA data_version').pluck();
  const select = reader.prepare(`SELECT CAST("value" AS INTEGER) FROM "Meta" WHERE "key" = '${KEY}'`).pluck();
  let seen: unknown;
  let version = 0;
  return () => {
    const now = pragma.get();
    if (now !== seen) {
      version = (select.get() as number | undefined) ?? 0;
      seen = now;
    }
    return version;
  };
}
