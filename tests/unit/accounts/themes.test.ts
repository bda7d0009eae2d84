import { expect, it } from 'vitest';
import { readThemes, writeThemes } from '@/lib/accounts/themes';
import { dutyMark, plannedWeeks, weekOf } from '@/lib/duty/weeks';

it.each<[readonly string[] | null, string]>([
  [null, '*'],
  [[], ''],
  [['masks'], '|masks|'],
  [['other', 'masks', 'other'], '|masks|other|'],
])('themes %j are stored as "%s", and read back', (themes, stored) => {
  expect(writeThemes(themes)).toBe(stored);
  expect(readThemes(stored)).toEqual(themes === null ? null : [...new Set(themes)].sort());
});

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-27', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('%s is in the week from %s', (day, monday) => expect(weekOf(day)).toBe(monday));

it('eight weeks are planned, the one that runs first', () => {
  const weeks = plannedWeeks('2026-11-27');
  expect([weeks.length, weeks[0], weeks[7]]).toEqual([8, '2026-11-23', '2027-01-11']);
});

it('a week that nobody planned has a mark of its own', () => {
  expect(dutyMark({ onDutyId: null, deputyId: null })).toBe(' ');
  expect(dutyMark({ onDutyId: 'a', deputyId: null })).not.toBe(dutyMark({ onDutyId: null, deputyId: 'a' }));
});
