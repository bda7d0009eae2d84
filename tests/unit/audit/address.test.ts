import { expect, it } from 'vitest';
import { parseAuditSearch, toAuditFilter, toAuditQuery } from '@/lib/audit/address';

const filterOf = (search: Record<string, string | string[]>) => toAuditFilter(parseAuditSearch(search).asked);

it('an address without a filter asks for everything', () => {
  expect(parseAuditSearch({})).toMatchObject({ before: undefined });
  expect(filterOf({})).toEqual({});
});

it('a person is asked for by id, the program and authors by what they are', () => {
  expect(filterOf({ who: 's1' })).toEqual({ actorId: 's1' });
  expect(filterOf({ who: 'submitter' })).toEqual({ actorKind: 'submitter' });
});

it('days are those of Serbia, both inclusive, in winter and in summer', () => {
  expect(filterOf({ from: '2026-11-25', to: '2026-11-25' })).toEqual({
    from: new Date('2026-11-24T23:00:00Z'),
    to: new Date('2026-11-25T23:00:00Z'),
  });
  expect(filterOf({ from: '2026-07-01' })).toEqual({ from: new Date('2026-06-30T22:00:00Z') });
});

it.each<Record<string, string | string[]>>([
  { who: 'Ana Petrović' },
  { action: "x' OR 1=1" },
  { kind: ['a', 'b'] },
  { from: '2026-13-45' },
  { to: 'juče' },
  { before: '-1' },
  { before: '1e9999' },
  { id: '<script>' },
])('nonsense in the address counts as not asked: %o', (search) => {
  expect(filterOf(search)).toEqual({});
  expect(parseAuditSearch(search).before).toBeUndefined();
});

it('an address says again what it was asked', () => {
  const { asked } = parseAuditSearch({ who: 's1', action: 'staff.role', from: '2026-11-01', x: 'y' });
  expect(toAuditQuery(asked, { before: '5' })).toEqual({
    ...{ who: 's1', action: 'staff.role', from: '2026-11-01', before: '5' },
  });
});
