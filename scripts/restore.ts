import path from 'node:path';
import { parseArgs } from 'node:util';
import { BackupProblem } from '@/lib/backup/problem';
import { type RestoreReport, type RestoreWarning, restoreBackup } from '@/lib/backup/restore';
import { SettingsError } from '@/lib/env';
import { toProblem } from './setup/problem.mjs';

/**
 * `npm run restore -- FILE [--force]`; docs/operations.md tells the rest.
 * Exit codes: 0 restored and proven, 1 refused or failed, and everything is as it was, 2 the words of the command or the
 * settings cannot be used.
 */
const USAGE = `npm run restore -- FILE [--force] [--json]
  Puts a backup (or a bare copy of a database) in the place of the data, after it was unpacked beside and proven.
  Stop the server first. --force: data that are there are moved aside, into DATA_DIR/replaced-TIME; nothing is removed.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { force: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return misused('One FILE is needed.');
  const report = await restoreBackup(path.resolve(file), { force: values.force === true });
  if (values.json) console.log(JSON.stringify(report));
  else show(report);
  return 0;
}

function show({
  createdAt,
  version,
  facts,
  files,
  bytes,
  audit,
  movedTo,
  undone,
  pending,
  warnings,
}: RestoreReport): void {
  if (undone) console.log('A restore that had been broken off was put back first.');
  const name = (folder: string) => path.relative('.', folder);
  const origin = createdAt ? `the backup of ${createdAt} (version ${version})` : 'a bare copy of a database';
  console.log(`Restored ${origin}, ${(bytes / 1_048_576).toFixed(1)} MiB. Proven:`);
  console.log(
    `  hashes       ${files === null ? 'none in a bare copy' : `as written, ${files} files of uploads and keys and the database`}`,
  );
  console.log('  integrity    ok (PRAGMA integrity_check, foreign_key_check)');
  console.log(
    `  audit log    ${audit === null ? 'BROKEN' : `whole, ${audit.entries} entries, ends with ${audit.head.slice(0, 16)}…`}`,
  );
  const filled = Object.entries(facts.tables).filter(([, count]) => count > 0);
  console.log(`  rows         ${filled.map(([table, count]) => `${table} ${count}`).join(', ')}`);
  if (movedTo.length > 0) console.log(`The data of before lie in ${movedTo.map(name).join(' and ')}.`);
  if (pending.length > 0) console.log(`The next start brings it up to date: ${pending.join(', ')}.`);
  for (const warning of warnings) console.error(`Note: ${wordsOf(warning)}`);
}

function wordsOf(warning: RestoreWarning): string {
  switch (warning.code) {
    case 'foreignKeyFaults':
      return `${warning.count} rows name others that are not there, as they did when the backup was made.`;
    case 'auditBroken':
      return `the audit log is broken at entry ${warning.brokenAt}, as it was when the backup was made.`;
    case 'missingFiles':
      return `${warning.count} files that the database names are not in the backup; they were erased or lost before it.`;
    case 'keyMissing':
      return 'the contacts were sealed with the key of the setting CONTACT_KEY. Set it before the next start.';
    case 'mailsWaiting':
      return `${warning.count} mails were waiting when the backup was made, and will be sent at the next start, again if they were sent since. JOBS=off holds them.`;
    case 'signedOut':
      return `${warning.count} sessions of staff were ended. Accounts are as they were then: close again those of people who have left since.`;
  }
}

function misused(wrong: string): number {
  console.error(`${wrong}\n${USAGE}`);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  const { code } = error as { code?: string };
  if (code?.startsWith('ERR_PARSE_ARGS')) process.exitCode = misused((error as Error).message);
  else if (error instanceof SettingsError) {
    console.error(error.message);
    process.exitCode = 2;
  } else {
    const known = error instanceof BackupProblem ? error : toProblem(error, 'restoring the backup');
    console.error(known.message);
    if (process.env.LOG_LEVEL === 'debug') console.error(known.cause ?? known);
    process.exitCode = 1;
  }
}
