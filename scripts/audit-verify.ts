import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BrokenWhy, type ChainMark, verifyChain } from '@/lib/audit/verify';
import { archiveHeads, backupsIn } from '@/lib/backup/archive-heads';
import { readRestored } from '@/lib/backup/database-facts';
import { openReader } from '@/lib/db/connect';
import { databaseFile, dataDir, SettingsError } from '@/lib/env';

/**
 * `npm run audit:verify -- [BACKUP…] [--json]`; docs/operations.md tells the rest.
 * Exit codes: 0 whole, 1 broken, 2 it could not be checked.
 */
const USAGE = `npm run audit:verify -- [BACKUP…] [--json]
  Follows the audit log from its first entry to its last, and compares it with what the backups in DATA_DIR/backups, and
  those named here, remember.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const file = databaseFile();
  if (!existsSync(file)) throw new Error(`There is no database at ${file}`);
  const absent = positionals.find((name) => !existsSync(name));
  if (absent !== undefined) throw new Error(`There is no file ${absent}`);
  const connection = openReader(file);
  try {
    const files = [...backupsIn(path.join(dataDir(), 'backups')), ...positionals];
    const { marks, superseded, unreadable } = await archiveHeads(files, readRestored(connection));
    for (const name of unreadable) console.error(`Not compared, because it cannot be read: ${name}`);
    if (superseded.length > 0) {
      console.error(`Not compared, because an older state was restored after them: ${superseded.join(', ')}`);
    }
    const result = await verifyChain(connection, marks);
    if (values.json) console.log(JSON.stringify(result));
    else if (result.ok) console.log(wholeText(result.value, marks));
    else console.error(`The audit log is broken at entry ${result.error.brokenAt}: ${wordsOf(result.error.why)}`);
    return result.ok ? 0 : 1;
  } finally {
    connection.close();
  }
}

function wholeText({ entries, head }: { entries: number; head: string }, marks: readonly ChainMark[]): string {
  return `The audit log is whole: ${entries} entries, the last is ${head}. ${marks.length} backups agree.`;
}

function wordsOf(why: BrokenWhy): string {
  switch (why.code) {
    case 'changed':
      return 'its content is not what was written.';
    case 'removed':
      return 'it, or more before the next one, was removed.';
    case 'notLinked':
      return 'it does not follow the one before: one of the two was put there later.';
    case 'endMissing':
      return `entries at the end are missing (${why.knownTo} knows of them).`;
    case 'endUnknown':
      return 'it was added without the program.';
    case 'differs':
      return `${why.knownTo} remembers another one there: the log was made anew.`;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  else if (!(error instanceof SettingsError) && process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exitCode = 2;
}
