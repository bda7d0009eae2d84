import type Database from 'better-sqlite3';

/** Where the database names the hash of a file under DATA_DIR/files, by table: a column, or a list of objects in JSON. */
const NAMED = [
  ['StoredFile', `SELECT "sha256" FROM "StoredFile"`],
  ['StoredFile', `SELECT json_extract(r.value, '$.sha256') FROM "StoredFile", json_each("StoredFile"."renditions") r`],
  ['StaffFile', `SELECT "sha256" FROM "StaffFile"`],
] as const;

/**
 * Counts files that the database names and that were not seen: lost, or erased between the copy of the database and
 * theirs. A file is found by its hash, wherever under the folder it lies.
 */
export function createFileCount(connection: Database.Database): {
  see: (name: string) => void;
  missing: () => string[];
} {
  const hasTable = connection.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`);
  const wanted = new Set<string>();
  for (const [table, sql] of NAMED) {
    if (!hasTable.get(table)) continue;
    for (const hash of connection.prepare(sql).pluck().iterate()) wanted.add(String(hash));
  }
  wanted.delete('null');
  return {
    see(name) {
      // `c4/c40e…` and `c4/0e…` are both in use for such stores.
      for (const text of [name.slice(name.lastIndexOf('/') + 1), name.replaceAll('/', '')]) {
        const [hash] = /[0-9a-f]{64}/.exec(text) ?? [];
        if (hash) wanted.delete(hash);
      }
    },
    missing: () => [...wanted].sort(),
  };
}
