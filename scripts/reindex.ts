import { existsSync } from 'node:fs';
import { closeDb, db } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { databaseFile, SettingsError } from '@/lib/env';
import { rebuildIndex } from '@/lib/search/commands';

/**
 * `npm run reindex`: makes the search index anew from the tables, in one transaction. A running server goes on
 * answering from the old index and takes the new one over by itself.
 * Exit codes: 0 done, 1 failed (nothing changed), 2 no database.
 */
async function main(): Promise<number> {
  const file = databaseFile();
  if (!existsSync(file)) {
    console.error(`There is no database at ${file}. "npm start" makes one.`);
    return 2;
  }
  const started = Date.now();
  const indexed = await db().$transaction(async (tx) => {
    const count = await rebuildIndex(tx, showProgress);
    await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
    return count;
  });
  console.log(`Search index of ${file}: ${indexed} records in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return 0;
}

const isTerminal = process.stdout.isTTY;

function showProgress(done: number, all: number): void {
  if (!isTerminal) return;
  process.stdout.write(`\rIndexing ${done} of ${all}${done === all ? '\n' : ''}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  // Prisma tells the reason in its last line.
  const message = error instanceof Error ? error.message : String(error);
  const reason = error instanceof SettingsError ? message : message.trim().split('\n').at(-1);
  console.error(error instanceof SettingsError ? reason : `The search index was not changed. ${reason}`);
  process.exitCode = 1;
} finally {
  await closeDb();
}
