import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.dispose());

const FOR = { staffId: 'ana', https: false };
const sentBack = (cookie: string) => new Headers({ cookie: cookie.split(';', 1)[0] ?? '' });

it.each([20, 1_500, 40_000])('what was typed comes back though it has %i signs, to its writer alone', async (signs) => {
  const { noticeCookie, readNotice } = await import('@/lib/accounts/notices');
  const value = { textSr: 'Шђ'.repeat(signs / 2) };
  const cookie = noticeCookie('typed', value, FOR);
  expect(cookie.length, 'a browser takes no longer cookie').toBeLessThan(4_000);
  expect(readNotice(sentBack(cookie), 'typed', 'ana')).toEqual(value);
  expect(readNotice(sentBack(cookie), 'typed', 'vera')).toBeNull();
  expect(readNotice(sentBack(cookie), 'jobReport', 'ana')).toBeNull();
  expect(readNotice(sentBack(cookie.replace(/=(waiting\.)?./, '=$1x')), 'typed', 'ana')).toBeNull();
});

it('long ones do not pile up: the oldest go first', async () => {
  const { noticeCookie, readNotice } = await import('@/lib/accounts/notices');
  const make = (n: number) => noticeCookie('typed', { text: `${n}${'a'.repeat(5_000)}` }, FOR);
  const cookies = Array.from({ length: 250 }, (_, n) => make(n));
  const there = cookies.filter((cookie) => readNotice(sentBack(cookie), 'typed', 'ana') !== null);
  expect(there).toHaveLength(200);
  expect(there).toEqual(cookies.slice(50));
});
