import 'server-only';
import type Database from 'better-sqlite3';
import { reader } from '@/lib/db';
import { contentVersionReader } from '@/lib/db/content-version';
import { readReferenceTables } from './records';
import { buildVocabularies, type Vocabularies } from './vocabularies';

export type { Vocabularies } from './vocabularies';

interface Cache {
  currentVersion: () => number;
  version: number;
  vocabularies: Vocabularies;
}

// One entry for each connection: when tests or scripts close the database, its vocabularies go with it.
const caches = new WeakMap<Database.Database, Cache>();

/** The vocabularies and the gazetteer, read once and again whenever the content version has moved. Synchronous. */
export function vocabularies(): Vocabularies {
  const connection = reader();
  const cache = caches.get(connection);
  const currentVersion = cache?.currentVersion ?? contentVersionReader(connection);
  const version = currentVersion();
  if (cache?.version === version) return cache.vocabularies;
  const fresh = buildVocabularies(readReferenceTables(connection));
  caches.set(connection, { currentVersion, version, vocabularies: fresh });
  return fresh;
}
