import { spawn } from 'node:child_process';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { BackupReport } from './make-backup';

/** What a nightly job keeps of a backup. */
export type BackupOutcome = Pick<BackupReport, 'file' | 'bytes' | 'files' | 'removed' | 'warnings' | 'milliseconds'>;

/**
 * Makes a backup into DATA_DIR/backups in a process of its own: the checks would stop this one from serving, and their
 * memory should not stay with it. Never throws for what an operator can mend.
 * @returns the reason in one line when none was made
 */
export function runBackup(): Promise<Result<BackupOutcome, { reason: string }>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/backup.ts', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const end = () => child.kill();
    process.once('exit', end);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      const last = output.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(ok(JSON.parse(last) as BackupOutcome));
      else resolve(fail({ reason: errors.trim().split('\n')[0] || `The backup ended with ${code}` }));
    });
  });
}
