import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { closeDb, db } from '@/lib/db';
import { enableWal, openReader } from '@/lib/db/connect';
import { databaseFile, dataDir, forgetSettings, settings } from '@/lib/env';
import { ensureIndex } from '@/lib/search/commands';
import { LACKS_COLLECTED, loadCollectedStories } from '@/lib/stories/load-collected';
import { addGlossary, LACKS_GLOSSARY } from '@/lib/taxonomies/commands';
import { createDatabase } from './create-database';
import { migrateSafely } from './migrate-safely';
import { toProblem } from './problem.mjs';

/** The database step of the start, as a program: speaks to its parent by messages (database-step.mjs). */
const say = (what: string) => process.send?.({ say: what });

async function prepare(): Promise<void> {
  const file = databaseFile();
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) {
    say(`none at ${file} yet; making it`);
    await createDatabase(file, fillFrom);
    say(`${file} is whole and filled`);
    return;
  }
  const { applied } = await migrateSafely(file, path.join(dataDir(), 'backups'), say);
  enableWal(file);
  const told = await tellCollectedStories(file);
  if (told > 0) say(`${told} stories of good practice loaded`);
  await bringGlossary(file);
  const indexed = await ensureIndex(file);
  if (indexed !== null) say(`search index made anew for ${indexed} records`);
  say(applied.length === 0 ? `${file} is whole and up to date` : `migrated: ${applied.join(', ')}`);
}

/** A database of an earlier version gets the first stories once. @returns number of stories loaded now */
async function tellCollectedStories(file: string): Promise<number> {
  const reader = openReader(file);
  const isLacking = reader.prepare(LACKS_COLLECTED).pluck().get() === 1;
  reader.close();
  if (!isLacking) return 0;
  const told = await db().$transaction((tx) => loadCollectedStories(tx, path.resolve('prisma/data')));
  await closeDb();
  return told;
}

/** A database of an earlier version gets the glossary of translators. */
async function bringGlossary(file: string): Promise<void> {
  const reader = openReader(file);
  const isLacking = reader.prepare(LACKS_GLOSSARY).pluck().get() === 1;
  reader.close();
  if (!isLacking) return;
  await db().$transaction((tx) => addGlossary(tx, path.resolve('prisma/data')));
  await closeDb();
}

async function fillFrom(draft: string): Promise<void> {
  process.env.DATABASE_URL = `file:${draft}`;
  forgetSettings();
  say('loading the shipped dataset');
  // Only here, because every other start would wait for the importer to load and not need it.
  const { seedDatabase } = await import('@/lib/imports/commands');
  const report = await seedDatabase(path.resolve('prisma/data'));
  say(`${report?.new ?? 0} enterprises loaded; indexing them`);
  await closeDb();
  await ensureIndex(draft);
}

/** Tells the parent and ends at once: timers of the database client would keep the process for another second. */
function end(exitCode: number, message: object): void {
  if (process.send) process.send(message, () => process.exit(exitCode));
  else process.exit(exitCode);
}

try {
  await prepare();
  end(0, {});
} catch (error) {
  const problem = toProblem(error, 'preparing the database');
  if (settings().LOG_LEVEL === 'debug') console.error(problem.cause ?? problem);
  end(1, { problem: problem.message });
}
