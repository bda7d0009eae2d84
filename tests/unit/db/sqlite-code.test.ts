import { describe, expect, test } from 'vitest';
import { sqliteCodeOf } from '@/lib/db/sqlite-code';

describe('the code of SQLite', () => {
  test.each([
    ['on the error', Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), 'SQLITE_FULL'],
    ['an extended one', Object.assign(new Error('busy'), { code: 'SQLITE_BUSY_SNAPSHOT' }), 'SQLITE_BUSY'],
    [
      'inside Prisma’s',
      { code: 'P2039', meta: { driverAdapterError: { cause: { originalCode: 'SQLITE_FULL' } } } },
      'SQLITE_FULL',
    ],
    ['none', Object.assign(new Error('gone'), { code: 'ENOENT' }), null],
    ['not even an error', 'SQLITE_FULL', null],
  ])('%s', (_, error, code) => {
    expect(sqliteCodeOf(error)).toBe(code);
  });
});
