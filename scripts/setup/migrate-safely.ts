import path from 'node:path';
import { enableWal } from '@/lib/db/connect';
import { migrateDatabase } from '@/lib/db/migrate';
import { backUpDatabase, restoreDatabase } from './backup';
import { inspectDatabase } from './inspect-database';
import { Problem } from './problem.mjs';

/**
 * Backs up an existing database and applies the migrations that it lacks. When one fails, the database is put back as
 * it was. Does nothing when none is missing.
 * @param file a whole database of this program
 * @param backups folder of the backups
 * @returns names of the applied migrations, and the backup
 * @throws Problem
 */
export async function migrateSafely(
  file: string,
  backups: string,
  say: (what: string) => void,
): Promise<{ applied: string[]; backup: string | null }> {
  const { pending } = inspectDatabase(file);
  if (pending.length === 0) return { applied: [], backup: null };
  say(`backing up, because ${pending.length} migration${pending.length === 1 ? '' : 's'} will change it`);
  const backup = await backUpDatabase(file, backups);
  say(`backed up to ${path.relative('.', backup)}; applying ${pending.join(', ')}`);
  try {
    const { applied } = await migrateDatabase(file);
    return { applied, backup };
  } catch (error) {
    restoreDatabase(backup, file);
    enableWal(file);
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Problem(
      `The migration failed, and the database was put back as it was: ${reason}`,
      `Nothing was lost; the backup is ${backup}. Go back to the version of the program that worked, and report this line`,
      error,
    );
  }
}
