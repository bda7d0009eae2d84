import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeDb, db } from '@/lib/db';
import { dataDir, settings } from '@/lib/env';
import { addRecords } from './directory';
import { planDuty } from './duty';
import { ACCOUNTS, readMarker } from './folder.mjs';
import { addPeople } from './people';
import { addStories } from './stories';
import { addSuggestions } from './suggestions';

/**
 * Fills the demonstration: people, stories in every state, records and suggestions, by the commands of the program itself. Run by
 * `npm run demo` once. Refuses every folder but a demonstration that was just begun.
 */
async function seed(): Promise<void> {
  if (settings().DEMO !== '1' || readMarker(dataDir())?.state !== 'beginning') {
    throw new Error(`${dataDir()} is no demonstration that was just begun`);
  }
  const { accounts, team } = await addPeople();
  const now = new Date();
  await planDuty(team, now);
  await addStories(team, now);
  await addSuggestions(team, await addRecords(team, now), now);
  // Nobody is signed in, and no code of the set-up stands in the way of the first one that is typed.
  await db().staffSession.deleteMany();
  await db().staffUsedCode.deleteMany();
  // What was written along the way is long read; the mails of the demonstration begin with its visitors.
  await db().outboxMail.updateMany({ where: { state: 'waiting' }, data: { state: 'cancelled', sealed: null } });
  writeFileSync(path.join(dataDir(), ACCOUNTS), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

try {
  await seed();
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  await closeDb();
}
