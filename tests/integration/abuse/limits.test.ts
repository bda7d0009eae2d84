import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUDGETS, type BudgetName } from '@/lib/abuse/budgets';
import { addressKey, emailKey, hasBudget, sweepLimits, takeBudget, takeBudgets } from '@/lib/abuse/limits';
import { closeDb } from '@/lib/db';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.dispose());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 26, 12) });
  await database.prisma.rateLimiterFlexible.deleteMany();
  return () => void vi.useRealTimers();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const take = async (budget: BudgetName, key = 'k') => (await takeBudget(budget, key)).ok;
const admitted = (results: { ok: boolean }[]) => results.filter(({ ok }) => ok).length;

describe('the ladder', () => {
  it('lets one through in 2 seconds, two in 5 minutes, four in 30, six in an hour', async () => {
    const times: number[] = [];
    for (let second = 0; second < 3_600; second += 30) {
      if (await take('sendWithEmail')) times.push(second);
      later(30);
    }
    expect(times).toEqual([0, 30, 300, 330, 1800, 1830]);
    expect(await take('sendWithEmail')).toBe(true);
  });

  it('says when to try again, and is true', async () => {
    await takeBudget('sendWithEmail', 'k');
    expect(await takeBudget('sendWithEmail', 'k')).toEqual({ ok: false, error: { code: 'limited', retryAfterSeconds: 2 } });
    later(2);
    expect(await take('sendWithEmail')).toBe(true);
    expect(await takeBudget('sendWithEmail', 'k')).toEqual({ ok: false, error: { code: 'limited', retryAfterSeconds: 298 } });
    later(298);
    expect(await take('sendWithEmail')).toBe(true);
  }); // biome-ignore format: read as a table

  it('counts by key', async () => {
    expect([await take('sendWithEmail', 'ana'), await take('sendWithEmail', 'bora')]).toEqual([true, true]);
  });
});

describe('a budget', () => {
  it('is not spent by tries that were refused', async () => {
    for (let n = 0; n < 50; n++) await take('mailToEmail');
    later(3_600);
    expect([await take('mailToEmail'), await take('mailToEmail'), await take('mailToEmail')]).toEqual([true, true, true]);
    later(3_600);
    expect(await take('mailToEmail')).toBe(false);
  }); // biome-ignore format: read as a table

  it('gives exactly its points to a hundred who come at once', async () => {
    const results = await Promise.all(Array.from({ length: 100 }, () => takeBudget('wrongSecret', 'k')));
    expect(admitted(results)).toBe(BUDGETS.wrongSecret[0].points);
  });

  it('is spent together with others, or not at all', async () => {
    await take('sendWithEmail', 'ana');
    const both = await takeBudgets([{ budget: 'mailFromAddress', key: 'k' }, { budget: 'sendWithEmail', key: 'ana' }]);
    expect(both.ok).toBe(false);
    for (let n = 0; n < BUDGETS.mailFromAddress[0].points; n++) expect(await take('mailFromAddress')).toBe(true);
    expect(await take('mailFromAddress')).toBe(false);
  }); // biome-ignore format: read as a table

  it('survives a restart', async () => {
    await take('sendWithEmail');
    await closeDb();
    expect(await take('sendWithEmail')).toBe(false);
  });

  it('can be asked without being spent', async () => {
    for (let n = 0; n < 30; n++) expect((await hasBudget('wrongSecret', 'k')).ok).toBe(true);
    for (let n = 0; n < 10; n++) await take('wrongSecret');
    expect(await hasBudget('wrongSecret', 'k')).toEqual({ ok: false, error: { code: 'limited', retryAfterSeconds: 900 } });
  }); // biome-ignore format: read as a table

  it('leaves nothing behind when it has run out', async () => {
    await take('sendWithEmail');
    later(7_200);
    expect(await sweepLimits()).toBe(4);
    expect(await database.prisma.rateLimiterFlexible.count()).toBe(0);
  });
});

describe('keys', () => {
  it('hold no address', async () => {
    const headers = new Headers({ 'x-client-address': '203.0.113.9' });
    await takeBudgets([{ budget: 'mailFromAddress', key: addressKey(headers) }, { budget: 'mailToEmail', key: emailKey('ana@primer.example') }]);
    const rows = JSON.stringify(await database.prisma.rateLimiterFlexible.findMany());
    expect(rows).not.toMatch(/203\.0|ana|primer/);
  }); // biome-ignore format: read as a table

  it('are one for every spelling of a mailbox', () => {
    const keys = (...emails: string[]) => new Set(emails.map(emailKey)).size;
    expect(keys('ana@primer.example', ' ANA@Primer.example', 'ana+1@primer.example', 'ana+x+y@primer.example.')).toBe(
      1,
    );
    expect(keys('a.n.a@gmail.com', 'ana@googlemail.com', 'ANA+spam@gmail.com')).toBe(1);
    expect(keys('ana@primer.example', 'a.na@primer.example', 'ana@drugi.example')).toBe(3);
  });

  it('are one for all addresses of an IPv6 network', () => {
    const key = (address: string) => addressKey(new Headers({ 'x-client-address': address }));
    expect(key('2001:db8:1:2::1')).toBe(key('2001:db8:1:2:ffff::9'));
    expect(key('2001:db8:1:2::1')).not.toBe(key('2001:db8:1:3::1'));
    expect(key('203.0.113.9')).not.toBe(key('203.0.113.10'));
  });
});
