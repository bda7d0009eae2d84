import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GET } from '@/app/api/health/route';
import { version } from '@/package.json';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.dispose());

it('says what is served: version, schema, rows', async () => {
  await database.prisma.source.create({ data: { title: 'Registar' } });
  const response = GET();
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    status: 'ok',
    version,
    schema: expect.stringMatching(/^\d{14}_\w+$/),
    contentVersion: 0,
    rows: { enterprises: 0, sources: 1, facts: 0, terms: 0, municipalities: 0, settlements: 0, importRuns: 0 },
  });
});

it.each([
  ['is gone', (file: string) => rmSync(file)],
  ['is damaged', (file: string) => writeFileSync(file, 'x'.repeat(10_000))],
])('is 503 with the reason when the database %s', async (_, spoil) => {
  await database.prisma.$disconnect();
  for (const suffix of ['-wal', '-shm']) rmSync(database.file + suffix, { force: true });
  spoil(database.file);
  const response = GET();
  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect((await response.json()).detail).toMatch(/^The database cannot be read: /);
});
