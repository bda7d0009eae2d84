import 'server-only';
import type { Tx } from '@/lib/db';
import { insertRowsForIds } from './bulk-sqlite';
import { sourceKey } from './changes';
import type { SourceRefInput } from './schema';
import { newest } from './source-rules';

/** Id of a source that `ensureSources` was given. */
export type SourceIds = (source: Pick<SourceRefInput, 'url' | 'title'>) => number;

/**
 * Finds or makes the sources of some records.
 * @param details `newest`: a later day of reading, and a publisher or licence where one is given, replace what was
 *   known; so the order in which records name a source they share does not matter. `exact`: all is set as given.
 */
export async function ensureSources(
  tx: Tx,
  given: readonly SourceRefInput[],
  details: 'newest' | 'exact',
): Promise<SourceIds> {
  const wanted = new Map<string, SourceRefInput>();
  for (const source of given) {
    const key = sourceKey(source);
    const known = wanted.get(key);
    wanted.set(key, known && details === 'newest' ? newest(known, source) : source);
  }
  const ids = new Map<string, number>();
  for (const row of await readSources(tx, [...wanted.values()])) {
    const source = wanted.get(sourceKey(row));
    if (!source) continue;
    ids.set(sourceKey(row), row.id);
    const data = details === 'newest' ? newest(row, source) : source;
    if (detailsOf(row) !== detailsOf(data)) {
      const { publisher, licence, retrievedOn } = data;
      await tx.source.update({ where: { id: row.id }, data: { publisher, licence, retrievedOn } });
    }
  }
  const missing = [...wanted].filter(([key]) => !ids.has(key)).map(([, source]) => source);
  for (const row of await createSources(tx, missing)) ids.set(sourceKey(row), row.id);
  return (source) => {
    const id = ids.get(sourceKey(source));
    if (id === undefined) throw new Error(`source ${sourceKey(source)} was not prepared`);
    return id;
  };
}

/** Removes those of some sources from which no fact comes any more. */
export async function removeUnusedSources(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.source.deleteMany({ where: { id: { in: [...ids] }, facts: { none: {} } } });
}

function detailsOf({ publisher, licence, retrievedOn }: Omit<SourceRefInput, 'url' | 'title'>): string {
  return JSON.stringify([publisher, licence, retrievedOn]);
}

function readSources(tx: Tx, sources: readonly SourceRefInput[]) {
  const urls = sources.flatMap(({ url }) => url ?? []);
  const titles = sources.flatMap(({ url, title }) => (url === null ? [title] : []));
  return tx.source.findMany({ where: { OR: [{ url: { in: urls } }, { url: null, title: { in: titles } }] } });
}

async function createSources(tx: Tx, sources: readonly SourceRefInput[]): Promise<(SourceRefInput & { id: number })[]> {
  const columns = ['url', 'title', 'publisher', 'licence', 'retrievedOn'] as const;
  const ids = await insertRowsForIds(tx, 'Source', columns, sources);
  return sources.map((source, index) => ({ ...source, id: ids[index] ?? 0 }));
}
