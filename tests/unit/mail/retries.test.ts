import { describe, expect, it } from 'vitest';
import { BACK_OFF_MS, nextTry } from '@/lib/mail/retries';
import { failureOf } from '@/lib/mail/transport';

const now = new Date('2026-11-25T10:00:00Z');

describe('a mail that could not be sent', () => {
  it('is tried again after longer and longer waits, for two days', () => {
    const waits = BACK_OFF_MS.map((_, index) => (nextTry(index + 1, now)?.getTime() ?? 0) - now.getTime());
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBe(60_000);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeGreaterThan(48);
  });

  it('is given up then', () => {
    expect(nextTry(BACK_OFF_MS.length + 1, now)).toBeNull();
  });
});

describe('an error of the mail server', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'permanent'],
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'temporary'],
    [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'permanent'],
    [{ code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, 'temporary'],
    [{ code: 'EENVELOPE' }, 'permanent'],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'server'],
    [{ code: 'ESOCKET', command: 'CONN' }, 'server'],
    [{ code: 'EDNS', command: 'CONN' }, 'server'],
    [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'server'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'server'],
    [new Error('anything else'), 'temporary'],
  ])('%j is %s', (error, meaning) => expect(failureOf(error)).toBe(meaning));
});
