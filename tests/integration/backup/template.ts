import { copyFileSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { recordAudit } from '@/lib/audit/commands';
import { closeDb } from '@/lib/db';
import { openPrisma } from '@/lib/db/connect';
import { migrateDatabase } from '@/lib/db/migrate';
import { forgetSettings } from '@/lib/env';
import { type DataFolder, dataFolder, putKey } from './support';

/** A DATA_DIR with a small database (three entries of the audit log) and a key. Made once in a run, and copied. */
export async function filledFolder(): Promise<DataFolder> {
  const template = path.join(inject('sharedFolder'), 'backup-template.db');
  if (!existsSync(template)) {
    // Two files of tests may begin at the same time; each makes its own, and the later one takes the place of the same.
    const part = `${template}.${process.pid}.part`;
    await migrateDatabase(part);
    const prisma = openPrisma(part);
    await addEntries(prisma, 3);
    await prisma.meta.create({ data: { key: 'contentVersion', value: '41' } });
    await prisma.$disconnect();
    renameSync(part, template);
  }
  const data = dataFolder();
  copyFileSync(template, data.file);
  putKey(data);
  return data;
}

export async function addEntries(prisma: ReturnType<typeof openPrisma>, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await prisma.$transaction((tx) =>
      recordAudit(tx, {
        actor: { kind: 'console' },
        action: 'test.write',
        object: { kind: 'number', id: number },
      }),
    );
  }
}

/** Lets this process work on a folder, as a command would that was started with these settings. */
export async function workOn({ folder }: DataFolder, more: { DATABASE_URL?: string; CONTACT_KEY?: string } = {}) {
  await closeDb();
  process.env.DATA_DIR = folder;
  process.env.DATABASE_URL = more.DATABASE_URL ?? '';
  process.env.CONTACT_KEY = more.CONTACT_KEY ?? '';
  forgetSettings();
}
