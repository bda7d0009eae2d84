import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterpriseInput } from '@/lib/enterprises/schema';
import { importFile } from '@/lib/imports/commands';
import { syntheticRecords } from '@/lib/imports/synthetic/records';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { TestDatabase } from '../../support/database';
import { createReferenceDatabase, saveCsv } from './support';

let database: TestDatabase;
beforeAll(async () => {
  database = await createReferenceDatabase();
});
afterAll(() => database.dispose());

const generate = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/synthetic.ts', ...args], { encoding: 'utf8' });

describe('records for the benchmark', () => {
  it('are the same each time, valid, and marked so that nobody takes one for an enterprise', () => {
    const records = [...syntheticRecords(300, vocabularies())];
    expect(records).toEqual([...syntheticRecords(300, vocabularies())]);
    for (const record of records) {
      expect(enterpriseInput.safeParse(record).error).toBeUndefined();
      expect(record).toMatchObject({ synthetic: true, nameSr: expect.stringContaining('(sintetički)') });
    }
    const towns = new Set(records.map(({ town }) => town));
    expect(towns.size).toBeGreaterThan(50);
    expect(towns.has(null)).toBe(true);
  });

  it('never go into a database that holds a real record', async () => {
    await importFile(saveCsv(database, 'name_sr\nSunce\n'));
    const { status, stderr } = generate('10', '--db', database.file);
    expect(status).toBe(2);
    expect(stderr).toContain('real records');
    expect(await database.prisma.enterprise.count()).toBe(1);
  });

  it('come as a database of their own', async () => {
    const file = path.join(database.folder, 'synthetic.db');
    expect(generate('20', file).status).toBe(0);
    const { openPrisma } = await import('@/lib/db/connect');
    const prisma = openPrisma(file);
    expect(await prisma.enterprise.count({ where: { synthetic: true } })).toBe(20);
    await prisma.$disconnect();
  });
});
