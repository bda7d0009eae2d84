import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Browser, join, PASSWORD } from './support';

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
  await base.prisma.rateLimiterFlexible.deleteMany();
}, 30_000);

it('nor does anybody’s page wait meanwhile: what a request of staff or an upload writes by the way never waits inside SQLite', async () => {
  const ana = await join('ana', 'volunteer');
  const long = new Date(Date.now() - 20 * 60_000);
  await base.prisma.staffSession.updateMany({ data: { updatedAt: long } });
  const { recordRefusal } = await import('@/lib/accounts/refusals');
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const other = new Database(base.file);
  other.exec('BEGIN IMMEDIATE');
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 20);
  try {
    expect(await ana.browser.staff(), 'the session goes on').toMatchObject({ id: ana.id });
    await recordRefusal(ana.browser.headers(), 'erase');
  } finally {
    clearInterval(pulse);
    other.exec('ROLLBACK');
    other.close();
    said.mockRestore();
  }
  expect(longest, 'milliseconds in which nothing else could run').toBeLessThan(2_000);
  expect((await base.prisma.staffSession.findFirstOrThrow()).updatedAt).toEqual(long);
  await ana.browser.staff();
  expect((await base.prisma.staffSession.findFirstOrThrow()).updatedAt.getTime()).toBeGreaterThan(long.getTime());
}, 60_000);

it('a sign-in waits for an import without stopping anything else, and is refused in words when it lasts', async () => {
  const { POST } = await import('@/app/api/desk/sign-in/route');
  const boba = await join('boba', 'volunteer');
  const other = new Database(base.file);
  other.exec('BEGIN IMMEDIATE');
  let ticks = 0;
  const pulse = setInterval(() => {
    ticks += 1;
  }, 20);
  try {
    const sent = new Browser().post(POST, { email: 'boba@primer.example', password: PASSWORD });
    setTimeout(() => other.exec('ROLLBACK'), 600);
    expect((await sent).to).toBe('/ured');
    expect(ticks, 'the server went on meanwhile').toBeGreaterThan(15);
    other.exec('BEGIN IMMEDIATE');
    const refused = await new Browser().post(POST, { email: 'boba@primer.example', password: PASSWORD });
    expect(refused.status).toBe(503);
  } finally {
    clearInterval(pulse);
    if (other.inTransaction) other.exec('ROLLBACK');
    other.close();
  }
  expect(boba.id).toBeTruthy();
}, 30_000);

it('no counter of the desk has a timer of its own, which would write beside the jobs', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const { countTry } = await import('@/lib/accounts/limits');
  await countTry('code', 'vera', { address: '192.0.2.8', device: null });
  expect(timers.mock.calls.filter(([, ms]) => ms === 300_000)).toEqual([]);
  timers.mockRestore();
});
