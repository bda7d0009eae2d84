import path from 'node:path';
import { closeDb, db } from '@/lib/db';
import { rebuildIndex } from '@/lib/search/commands';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { ReferenceDataError } from '@/lib/taxonomies/reference-files';

/**
 * Adds and corrects terms, synonyms, links and places from CSV files, then rebuilds the search index:
 * `node scripts/run.mjs scripts/load-reference.ts [FOLDER]`. The folder is `prisma/data`, or one of your own with
 * only the files that you need, such as `taxonomies/terms.csv`. Nothing is ever deleted.
 * Exit codes as in the importer: 0 done, 2 a file that cannot be used.
 */
const folder = path.resolve(process.argv[2] ?? 'prisma/data');

try {
  const { added, changed } = await db().$transaction(async (tx) => {
    const changes = await loadReferenceData(tx, folder);
    if (changes.added + changes.changed > 0) await rebuildIndex(tx);
    return changes;
  });
  console.log(`${folder}: ${added} rows added, ${changed} corrected.`);
} catch (error) {
  if (!(error instanceof ReferenceDataError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await closeDb();
}
