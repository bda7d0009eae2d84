import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PrismaClient } from '@/generated/prisma/client';
import { openPrisma } from '@/lib/db/connect';
import { migrateDatabase } from '@/lib/db/migrate';

/** A migrated, empty SQLite file of one test's own. */
export interface TestDatabase {
  file: string;
  folder: string;
  prisma: PrismaClient;
  dispose: () => Promise<void>;
}

/**
 * Makes a migrated SQLite file in a temporary folder and points `DATABASE_URL` and `DATA_DIR` at it, so that
 * `db()` and `reader()` of this process open it. Call it before the first use of either.
 * @param template a database file to begin with instead of an empty one
 */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'directory-test-'));
  const file = path.join(folder, 'directory.db');
  if (template) copyFileSync(template, file);
  else await migrateDatabase(file);
  process.env.DATA_DIR = folder;
  process.env.DATABASE_URL = `file:${file}`;
  const { closeDb } = await import('@/lib/db');
  const { forgetSettings } = await import('@/lib/env');
  await closeDb();
  forgetSettings();
  const prisma = openPrisma(file);
  return {
    file,
    folder,
    prisma,
    dispose: async () => {
      await prisma.$disconnect();
      await closeDb();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
