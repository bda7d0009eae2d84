import 'server-only';
import type Database from 'better-sqlite3';
import { reader } from '@/lib/db';
import { contentVersionReader } from '@/lib/db/content-version';

const readers = new WeakMap<Database.Database, () => number>();

/** The content version as it stands now; whoever keeps something for as long as it stands still asks here. */
export function currentContentVersion(): number {
  const connection = reader();
  const read = readers.get(connection) ?? contentVersionReader(connection);
  readers.set(connection, read);
  return read();
}
