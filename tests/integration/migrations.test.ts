import { afterAll, beforeAll, expect, it } from 'vitest';
import { driftFromSchema, migrateDatabase, pendingMigrations } from '@/lib/db/migrate';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.dispose());

it('the migrations give exactly schema.prisma', async () => {
  expect(await driftFromSchema(database.file)).toBeNull();
});

it('a difference would be seen', async () => {
  await database.prisma.$executeRawUnsafe('CREATE TABLE "Stray" ("id" INTEGER PRIMARY KEY)');
  expect(await driftFromSchema(database.file)).toContain('Stray');
  await database.prisma.$executeRawUnsafe('DROP TABLE "Stray"');
});

it('migrating again applies nothing', async () => {
  expect(await pendingMigrations(database.file)).toEqual([]);
  expect(await migrateDatabase(database.file)).toEqual({ applied: [] });
});

it('a fresh database is in WAL mode, waits for writers, and enforces foreign keys', async () => {
  const [journal] = await database.prisma.$queryRawUnsafe<{ journal_mode: string }[]>('PRAGMA journal_mode');
  expect(journal?.journal_mode).toBe('wal');
  const [timeout] = await database.prisma.$queryRawUnsafe<{ timeout: bigint | number }[]>('PRAGMA busy_timeout');
  expect(Number(timeout?.timeout)).toBe(10_000);
  await expect(database.prisma.enterpriseName.create({ data: { enterpriseId: 999, text: 'orphan' } })).rejects.toThrow(
    /[Ff]oreign key/,
  );
});
