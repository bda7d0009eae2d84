import { copyFileSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database';

/**
 * A database with the project's own dataset, loaded by the importer as at the first start. It is loaded once in a
 * run and copied for each test file.
 */
export async function createRealDatabase(): Promise<TestDatabase> {
  const template = path.join(inject('sharedFolder'), 'real.db');
  if (!existsSync(template)) {
    const fresh = await createTestDatabase();
    const { seedDatabase } = await import('@/lib/imports/commands');
    await seedDatabase(path.resolve('prisma/data'));
    const { closeDb } = await import('@/lib/db');
    await fresh.prisma.$disconnect();
    // The last connection to close writes the log back into the file, so that the file alone is the whole database.
    await closeDb();
    // Two test files may make it at once; whichever comes second puts an equal one in its place.
    const part = `${template}.${process.pid}.part`;
    copyFileSync(fresh.file, part);
    renameSync(part, template);
    await fresh.dispose();
  }
  return createTestDatabase(template);
}
