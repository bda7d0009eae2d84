import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.dispose());

it('while an import holds the database a try at the door is put off in one plain line, and nothing is tried uncounted', async () => {
  const { countTry, forgiveTry } = await import('@/lib/accounts/limits');
  const visitor = { address: '192.0.2.7', device: null };
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const other = new Database(base.file);
  other.exec('BEGIN IMMEDIATE');
  try {
    expect(await countTry('password', 'ana@primer.example', visitor)).toEqual({
      ok: false,
      error: { code: 'limited', retryAfterSeconds: 60 },
    });
    await forgiveTry('password', 'ana@primer.example', visitor);
    expect(said.mock.calls).toEqual([
      ['A try at the desk’s door could not be counted, and was put off (busy)'],
      ['A right try at the desk’s door stays counted (busy)'],
    ]);
  } finally {
    other.exec('ROLLBACK');
    other.close();
    said.mockRestore();
  }
  expect(await base.prisma.rateLimiterFlexible.count()).toBe(0);
  expect(await countTry('password', 'ana@primer.example', visitor)).toEqual({ ok: true, value: null });
  expect(await base.prisma.rateLimiterFlexible.count()).toBe(3);
}, 30_000);

it('no counter of the desk has a timer of its own, which would write beside the jobs', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const { countTry } = await import('@/lib/accounts/limits');
  await countTry('code', 'vera', { address: '192.0.2.8', device: null });
  expect(timers.mock.calls.filter(([, ms]) => ms === 300_000)).toEqual([]);
  timers.mockRestore();
});
