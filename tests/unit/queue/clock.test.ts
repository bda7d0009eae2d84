import { describe, expect, it } from 'vitest';
import { daysOf, daysWaited, type Level, levelOf, NO_DAY } from '@/lib/queue/clock';
import type { QueueKind } from '@/lib/queue/kinds';

/** Ten in the morning in Serbia, in winter and in summer. */
const morning = (day: string) => new Date(`${day}T08:30:00Z`);
const night = (day: string) => new Date(`${day}T21:30:00Z`);

/**
 * Made by hand from the Law on State and Other Holidays and printed calendars: what came on a day, is looked at on another,
 * how many working days it has waited, and how that stands to the promise.
 */
const TABLE: [came: string, looked: string, kind: QueueKind, days: number, level: Level, why: string][] = [
  ['2026-11-23', '2026-11-23', 'new', 0, 'calm', 'the same Monday'],
  ['2026-11-23', '2026-11-24', 'new', 1, 'calm', 'Tuesday'],
  ['2026-11-23', '2026-11-25', 'new', 2, 'amber', 'Wednesday'],
  ['2026-11-23', '2026-11-26', 'new', 3, 'red', 'Thursday: the promise is due'],
  ['2026-11-23', '2026-12-01', 'new', 6, 'red', 'a week later'],
  ['2026-11-23', '2026-12-02', 'new', 7, 'coordinator', 'seven working days'],
  ['2026-11-27', '2026-11-28', 'new', 0, 'calm', 'came on a Friday, Saturday'],
  ['2026-11-27', '2026-11-29', 'new', 0, 'calm', 'Sunday'],
  ['2026-11-27', '2026-11-30', 'new', 1, 'calm', 'Monday'],
  ['2026-11-27', '2026-12-01', 'new', 2, 'amber', 'Tuesday'],
  ['2026-11-28', '2026-11-30', 'new', 1, 'calm', 'came on a Saturday'],
  ['2026-11-28', '2026-12-02', 'new', 3, 'red', 'and is due on Wednesday'],
  ['2026-11-09', '2026-11-12', 'new', 2, 'amber', 'Armistice Day between'],
  ['2026-11-09', '2026-11-13', 'new', 3, 'red', 'a day later than in other weeks'],
  ['2026-11-10', '2026-11-11', 'new', 0, 'calm', 'on Armistice Day nobody works'],
  ['2025-12-31', '2026-01-01', 'new', 0, 'calm', 'New Year'],
  ['2025-12-31', '2026-01-02', 'new', 0, 'calm', 'its second day, a Friday'],
  ['2025-12-31', '2026-01-05', 'new', 1, 'calm', 'the first working day of 2026'],
  ['2025-12-31', '2026-01-07', 'new', 2, 'amber', 'Christmas does not count'],
  ['2025-12-31', '2026-01-08', 'new', 3, 'red', 'the day after'],
  ['2022-12-30', '2023-01-03', 'new', 0, 'calm', 'New Year on a Sunday frees the Tuesday'],
  ['2022-12-30', '2023-01-04', 'new', 1, 'calm', 'the first working day of 2023'],
  ['2026-02-13', '2026-02-17', 'new', 0, 'calm', 'Statehood Day on a Sunday frees the Tuesday'],
  ['2026-02-13', '2026-02-19', 'new', 2, 'amber', 'Wednesday and Thursday'],
  ['2026-02-13', '2026-02-20', 'new', 3, 'red', 'Friday'],
  ['2026-04-09', '2026-04-13', 'new', 0, 'calm', 'Good Friday to Easter Monday'],
  ['2026-04-09', '2026-04-14', 'new', 1, 'calm', 'the Tuesday after Easter'],
  ['2026-04-09', '2026-04-16', 'new', 3, 'red', 'the Thursday after Easter'],
  ['2026-04-30', '2026-05-04', 'new', 1, 'calm', 'Labour Day on Friday and Saturday'],
  ['2024-04-30', '2024-05-07', 'returned', 1, 'calm', 'Labour Day and Easter in one week'],
  ['2024-04-30', '2024-05-09', 'returned', 3, 'red', 'Victory Day is worked'],
  ['2026-11-23', '2026-11-26', 'recommended', 3, 'red', 'a recommendation is no answer'],
  ['2026-11-23', '2026-11-26', 'second', 3, 'red', 'nor is a proposed refusal'],
  ['2026-11-23', '2026-12-01', 'edit', 6, 'calm', 'a change of what is public has ten days'],
  ['2026-11-23', '2026-12-02', 'edit', 7, 'amber', 'and is near its day then'],
  ['2026-11-23', '2026-12-07', 'appeal', 10, 'coordinator', 'an objection too'],
  ['2026-11-23', '2026-11-27', 'hidden', 4, 'calm', 'hidden: days of the calendar'],
  ['2026-11-23', '2026-11-28', 'hidden', 5, 'amber', 'also on a Saturday'],
  ['2026-11-23', '2026-11-30', 'hidden', 7, 'coordinator', 'the week is over'],
  ['2026-11-02', '2026-12-28', 'publish', 39, 'calm', 'nobody was promised a day of publication'],
  ['2026-11-02', '2026-12-28', 'spam', 39, 'calm', 'nor anything for spam'],
];

describe('the clock of the desk', () => {
  it('has at least forty cases', () => expect(TABLE.length).toBeGreaterThanOrEqual(40));

  it.each(TABLE)('%s, looked at on %s: %s has waited %i days, %s (%s)', (came, looked, kind, days, level) => {
    expect(daysWaited(kind, morning(came), morning(looked))).toBe(days);
    expect(levelOf(kind, morning(came), morning(looked))).toBe(level);
  });

  it('counts days as they are in Serbia, where midnight comes earlier than in UTC', () => {
    // 23:30 UTC of the 22nd is half past midnight of the 23rd.
    expect(daysWaited('new', new Date('2026-11-22T23:30:00Z'), morning('2026-11-24'))).toBe(1);
    expect(daysWaited('new', morning('2026-11-23'), night('2026-11-23'))).toBe(0);
  });

  it.each<[QueueKind, string | null, string, string | null]>([
    ['new', null, '2026-11-26', '2026-11-26'],
    ['edit', null, '2026-12-07', '2026-12-07'],
    ['hidden', null, '2026-11-30', '2026-11-30'],
    ['publish', null, '2026-11-26', null],
    ['scheduled', '2026-12-24', '2026-12-24', null],
    ['spam', null, NO_DAY, null],
  ])('orders %s (to be published on %s) by %s', (kind, publishOn, dueOn, redOn) => {
    expect(daysOf(kind, morning('2026-11-23'), publishOn)).toEqual({ dueOn, redOn });
  });
});
