import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMPTY_QUERY } from '@/lib/search/params';
import { searchEnterprises } from '@/lib/search/queries';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.prisma.$transaction(async (tx) => {
    await loadReferenceData(tx, 'prisma/data');
    await tx.enterprise.create({
      data: { slug: 'sunce', nameSr: 'Sunce', basisId: 'basis:called_by_source', publication: 'published' },
    });
  });
});
afterAll(() => database.dispose());

/** Runs `npm run reindex` on a file, as npm does. */
function reindex(file: string): Promise<{ code: number | string; output: string; errors: string }> {
  const env = { ...process.env, DATABASE_URL: `file:${file}` };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/run.mjs', 'scripts/reindex.ts'], { env }, (error, output, errors) => {
      resolve({ code: error?.code ?? 0, output, errors });
    });
  });
}

test('npm run reindex makes the index and says of how many records; a server that runs takes it over', async () => {
  const search = () => searchEnterprises({ ...EMPTY_QUERY, text: 'sunce' }, { limit: 5, offset: 0 }).total;
  expect(search).toThrow(/search index/);
  expect(await reindex(database.file)).toMatchObject({ code: 0, output: expect.stringContaining('1 record') });
  expect(search()).toBe(1);

  await database.prisma.enterprise.create({
    data: { slug: 'novo-sunce', nameSr: 'Novo sunce', basisId: 'basis:called_by_source' },
  });
  expect(search()).toBe(1);
  expect(await reindex(database.file)).toMatchObject({ code: 0 });
  expect(search()).toBe(2);
});

test('without a database, and with a damaged one, it says so and fails', async () => {
  const missing = path.join(database.folder, 'none.db');
  expect(await reindex(missing)).toMatchObject({ code: 2, errors: expect.stringContaining(missing) });

  const damaged = path.join(database.folder, 'damaged.db');
  writeFileSync(damaged, 'this is no database, whatever its name says');
  expect(await reindex(damaged)).toMatchObject({ code: 1, errors: expect.stringContaining('not a database') });
});
