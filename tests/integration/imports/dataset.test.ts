import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvHeader, csvLines } from '@/lib/api/csv';
import { listRecords } from '@/lib/enterprises/queries';
import { importFile, seedDatabase } from '@/lib/imports/commands';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { wholeContent } from './support';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

const count = (basis: string) => database.prisma.enterprise.count({ where: { basisId: `basis:${basis}` } });

it('the first start loads the whole dataset, and names apart what its sources do not call social enterprises', async () => {
  expect(await database.prisma.enterprise.count()).toBe(163);
  expect(await count('called_by_source')).toBe(96);
  expect(await count('wider_social_economy')).toBe(67);
  expect(await database.prisma.enterprise.count({ where: { synthetic: true } })).toBe(0);
});

it('every record has a source with the day on which it was read, and no field holds an empty text', async () => {
  const without = await database.prisma.enterprise.count({ where: { facts: { none: { value: null } } } });
  expect(without).toBe(0);
  expect(await database.prisma.source.count({ where: { url: { not: null }, retrievedOn: null } })).toBe(0);
  const records = await database.prisma.enterprise.findMany();
  const empty = records.flatMap((record) => Object.entries(record).filter(([, value]) => value === '' || value === 0));
  expect(empty).toEqual([]);
});

it('a record shows what other sources say otherwise', async () => {
  const facts = await database.prisma.factSource.findMany({
    where: { value: { not: null }, enterprise: { nameSr: 'Naša kuća' } },
    include: { source: true },
  });
  expect(facts).toMatchObject([{ field: 'foundedYear', value: '2011', source: { title: 'EFESEIIS', url: null } }]);
  expect(await database.prisma.factSource.count({ where: { value: { not: null } } })).toBe(10);
});

it('the dataset is never loaded again', async () => {
  const before = await wholeContent(database);
  expect(await seedDatabase(path.resolve('prisma/data'))).toBeNull();
  expect(await importFile('prisma/data/enterprises.csv')).toMatchObject({ unchanged: 163, updated: 0, duplicates: 0 });
  expect(await wholeContent(database)).toEqual(before);
});

it.each(['sr-Latn', 'sr-Cyrl', 'en'] as const)(
  'our own export (%s), imported again, changes nothing',
  async (locale) => {
    const ids = (await database.prisma.enterprise.findMany({ select: { id: true } })).map(({ id }) => id);
    const file = path.join(database.folder, `export-${locale}.csv`);
    writeFileSync(file, csvHeader(';') + csvLines(listRecords(ids), locale, 'https://primer.rs', ';'));
    const report = await importFile(file, { dryRun: true });
    expect(report).toMatchObject({ new: 0, updated: 0, unchanged: 163, duplicates: 0, errors: [], unknownColumns: [] });
    expect(report.unreadColumns).toEqual(['id', 'url', 'municipality_code', 'district_code', 'licence']);
  },
);
