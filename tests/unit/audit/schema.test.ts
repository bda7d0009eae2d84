import { describe, expect, it } from 'vitest';
import { canonicalDetails, isAuditCode } from '@/lib/audit/schema';

describe('what may stand in the audit log', () => {
  it.each(['submission.approve', '17', 'K7M-2QX-9PD', '2026-11-26T10:00:00.000Z', 'legalForm:cooperative', 'a/b'])(
    '%s',
    (text) => expect(isAuditCode(text)).toBe(true),
  );
  it.each([
    ...['ana@example.org', 'Ana Đorđević', 'Ана', 'Čačak', '+381641234567', '', ' ', '<b>', 'a\nb', "x'y"],
    'x'.repeat(101),
  ])('not %j', (text) => expect(isAuditCode(text)).toBe(false));
});

describe('details', () => {
  it('have one form, whatever the order in which they were given', () => {
    const text = canonicalDetails({ version: 2, fields: [3, 'x'], from: null, whole: true });
    expect(text).toBe('{"fields":[3,"x"],"from":null,"version":2,"whole":true}');
    expect(canonicalDetails({ whole: true, from: null, fields: [3, 'x'], version: 2 })).toBe(text);
    expect(canonicalDetails()).toBe('{}');
  });

  it.each<[string, Record<string, never>]>([
    ['an address', { to: 'ana@example.org' } as never],
    ['a sentence', { note: 'hvala vam' } as never],
    ['a list with a name', { who: ['7', 'Ana Anić'] } as never],
    ['an object', { deep: { a: 1 } } as never],
    ['a key that is a name', { 'Ana Anić': 1 } as never],
    ['no number', { n: Number.NaN } as never],
  ])('refuse %s, without repeating it', (_, details) => {
    expect(() => canonicalDetails(details)).toThrow(/takes codes, ids and numbers only/);
    expect(() => canonicalDetails(details)).not.toThrow(/hvala|Ana Anić.*Ana Anić|ana@/);
  });
});
