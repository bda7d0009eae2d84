import { existsSync } from 'node:fs';
import { closeDb } from '@/lib/db';
import { databaseFile, SettingsError } from '@/lib/env';
import { isJobName, JOBS } from '@/lib/jobs/jobs';
import { runJob } from '@/lib/jobs/run';

/**
 * `npm run job -- NAME [--dry-run]`: runs one of the timed jobs now and prints what it did, or would do. The server may run
 * beside it. Exit codes: 0 done, 1 failed or running elsewhere, 2 no such job or no database.
 */
async function main(args: string[]): Promise<number> {
  const dryRun = args.includes('--dry-run');
  const [name, ...rest] = args.filter((arg) => arg !== '--dry-run');
  if (name === undefined || rest.length > 0 || !isJobName(name)) {
    console.error(`Usage: npm run job -- NAME [--dry-run], where NAME is one of ${Object.keys(JOBS).join(', ')}.`);
    return 2;
  }
  const file = databaseFile();
  if (!existsSync(file)) {
    console.error(`There is no database at ${file}. "npm start" makes one.`);
    return 2;
  }
  const done = await runJob(name, { dryRun });
  if (!done.ok) {
    console.error(REASONS[done.error.code]);
    return 1;
  }
  console.log(dryRun ? `Job ${name}, dry run: nothing was changed. Due:` : `Job ${name}: done.`);
  for (const [what, count] of Object.entries(done.value)) console.log(`  ${what.padEnd(12)} ${count}`);
  return 0;
}

const REASONS = {
  running: 'Another process runs this job now.',
  busy: 'The database is locked by another process; try again.',
  full: 'The disk is full.',
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof SettingsError ? message : `The job failed. ${message.trim().split('\n').at(-1)}`);
  process.exitCode = 1;
} finally {
  await closeDb();
}
