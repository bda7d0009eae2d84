import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BackupReport, type BackupWarning, makeBackup } from '@/lib/backup/make-backup';
import { type BackupPlan, planBackup } from '@/lib/backup/plan-backup';
import { BackupProblem } from '@/lib/backup/problem';
import { SettingsError } from '@/lib/env';
import { toProblem } from './setup/problem.mjs';

/**
 * `npm run backup -- [FILE] [--json] [--dry-run]`; docs/operations.md tells the rest.
 * Exit codes: 0 made and read back, 1 not made, 2 the words of the command or the settings cannot be used.
 */
const USAGE = `npm run backup -- [FILE] [--json] [--dry-run]
  Copies database, uploads and key into one file while the program runs, and reads it back.
  Without FILE: into DATA_DIR/backups, where older ones are removed by the rule in docs/operations.md.
  FILE may be a new file or a folder; such a backup is never removed.
  --dry-run looks whether it could be made, the room on the disk too, and makes nothing.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [target, ...more] = positionals;
  if (more.length > 0) return misused('One FILE at most.');
  if (values['dry-run']) return showPlan(planBackup(target === undefined ? {} : { target }), values.json === true);
  const report = await makeBackup(target === undefined ? {} : { target });
  if (values.json) console.log(JSON.stringify(report));
  else show(report);
  return 0;
}

function showPlan(plan: BackupPlan, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify(plan));
  else {
    console.log(
      `Would be made: ${path.relative('.', plan.file)}; at most ${mebibytes(plan.needed)} MiB are needed, and free.`,
    );
    if (plan.removed.length > 0) console.log(`Would be removed by rule: ${plan.removed.join(', ')}`);
  }
  return 0;
}

function show({ file, bytes, manifest, files, removed, warnings, milliseconds }: BackupReport): void {
  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
  console.log(`Backup: ${path.relative('.', file)} (${mebibytes(bytes)} MiB, ${(milliseconds / 1000).toFixed(1)} s)`);
  console.log(
    `Holds ${rows} rows of ${Object.keys(manifest.tables).length} tables and ${files} files of uploads and keys.`,
  );
  console.log(
    `Read back: hashes, integrity and counts agree; audit log to entry ${manifest.audit?.entries ?? 0}, content version ${manifest.contentVersion}.`,
  );
  if (removed.length > 0) console.log(`Removed by rule: ${removed.join(', ')}`);
  for (const warning of warnings) console.error(`Warning: ${wordsOf(warning)}`);
}

function wordsOf(warning: BackupWarning): string {
  switch (warning.code) {
    case 'foreignKeyFaults':
      return `${warning.count} rows of the database name others that are not there; they are copied as they are.`;
    case 'auditBroken':
      return `The audit log is broken at entry ${warning.brokenAt}; npm run audit:verify tells more.`;
    case 'missingFiles':
      return `${warning.hashes.length} files that the database names are not under DATA_DIR/files (${warning.hashes.slice(0, 3).join(', ')} …).`;
    case 'strangeNames':
      return `Left out, because of their names: ${warning.names.join(', ')}`;
    case 'keyIsSetting':
      return 'The key of the contacts is the setting CONTACT_KEY and so not in the backup. Keep it in another safe place.';
  }
}

const mebibytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

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
    const known = error instanceof BackupProblem ? error : toProblem(error, 'making the backup');
    console.error(known.message);
    if (process.env.LOG_LEVEL === 'debug') console.error(known.cause ?? known);
    process.exitCode = 1;
  }
}
