import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  orthodoxEaster,
  promiseFrom,
  publicHolidays,
  toDay,
  workingDaysBetween,
} from '@/lib/submissions/calendar';

describe('Orthodox Easter', () => {
  // As the Serbian Orthodox Church kept and announces it.
  it.each([
    '2015-04-12',
    '2016-05-01',
    '2017-04-16',
    '2018-04-08',
    '2019-04-28',
    '2020-04-19',
    '2021-05-02',
    '2022-04-24',
    '2023-04-16',
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
    '2028-04-16',
    '2029-04-08',
    '2030-04-28',
  ])('was or will be on %s', (day) => {
    expect(orthodoxEaster(Number(day.slice(0, 4)))).toBe(day);
  });

  it('is a Sunday, between 4 April and 8 May in our time', () => {
    for (let year = 1900; year < 2100; year += 1) {
      const easter = orthodoxEaster(year);
      expect(new Date(`${easter}T00:00:00Z`).getUTCDay(), easter).toBe(0);
      expect(easter >= `${year}-04-03` && easter <= `${year}-05-08`, easter).toBe(true);
    }
  });
});

describe('days free by law', () => {
  /** Free days beside Saturdays and Sundays, as the calendars of those years had or have them. */
  const FREE: Record<number, string[]> = {
    // 1 January on a Sunday: 2 is a holiday, 3 is free for it.
    2017: ['01-02', '01-03', '02-15', '02-16', '04-14', '04-17', '05-01', '05-02'],
    // 11 November on a Sunday.
    2018: ['01-01', '01-02', '02-15', '02-16', '04-06', '04-09', '05-01', '05-02', '11-12'],
    // 16 February on a Sunday.
    2020: ['01-01', '01-02', '01-07', '02-17', '04-17', '04-20', '05-01', '11-11'],
    // Labour Day and Easter together: 2 May on a Sunday, 3 is Easter Monday, 4 is free.
    2021: ['01-01', '01-07', '02-15', '02-16', '04-30', '05-03', '05-04', '11-11'],
    2022: ['01-03', '01-07', '02-15', '02-16', '04-22', '04-25', '05-02', '05-03', '11-11'],
    2024: ['01-01', '01-02', '02-15', '02-16', '05-01', '05-02', '05-03', '05-06', '11-11'],
    2026: ['01-01', '01-02', '01-07', '02-16', '02-17', '04-10', '04-13', '05-01', '11-11'],
    2027: ['01-01', '01-07', '02-15', '02-16', '04-30', '05-03', '05-04', '11-11'],
  };

  it.each(Object.entries(FREE))('of %s', (year, days) => {
    const free = [...publicHolidays(Number(year))].filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    expect(free.sort()).toEqual(days.map((day) => `${year}-${day}`));
  });

  it('are not moved for Christmas or Easter on a weekend, nor for a Saturday', () => {
    expect(isWorkingDay('2024-01-08'), 'Christmas 2024 was a Sunday').toBe(true);
    expect(isWorkingDay('2027-01-04'), '2 January 2027 is a Saturday').toBe(true);
    expect(isWorkingDay('2020-05-04'), '2 May 2020 was a Saturday').toBe(true);
  });

  it('are not the days that are kept at work', () => {
    for (const day of ['2026-01-27', '2026-09-15', '2026-10-21', '2027-06-28'])
      expect(isWorkingDay(day), day).toBe(true);
  });
});

/** The clock of the desk: what came on a day, so many working days later. Made by hand from the printed calendars. */
const CASES: [from: string, days: number, due: string, why: string][] = [
  ['2026-11-23', 0, '2026-11-23', 'the day itself'],
  ['2026-11-23', 1, '2026-11-24', 'Monday to Tuesday'],
  ['2026-11-23', 3, '2026-11-26', 'within a week'],
  ['2026-11-23', 5, '2026-11-30', 'over a weekend'],
  ['2026-11-23', 10, '2026-12-07', 'two weeks'],
  ['2026-11-25', 3, '2026-11-30', 'Wednesday to Monday'],
  ['2026-11-26', 3, '2026-12-01', 'Thursday to Tuesday'],
  ['2026-11-27', 1, '2026-11-30', 'Friday to Monday'],
  ['2026-11-28', 1, '2026-11-30', 'Saturday'],
  ['2026-11-29', 1, '2026-11-30', 'Sunday'],
  ['2026-11-29', 3, '2026-12-02', 'three from a Sunday'],
  ['2026-11-10', 1, '2026-11-12', 'over Armistice Day'],
  ['2026-11-11', 1, '2026-11-12', 'from Armistice Day'],
  ['2026-11-09', 3, '2026-11-13', 'Armistice Day in between'],
  ['2018-11-09', 1, '2018-11-13', 'Armistice Day on a Sunday, Monday free'],
  ['2024-11-08', 1, '2024-11-12', 'Armistice Day on a Monday'],
  ['2026-12-31', 1, '2027-01-04', 'New Year and a weekend'],
  ['2026-12-30', 3, '2027-01-05', 'New Year, 2 January a Saturday: not moved'],
  ['2026-12-31', 3, '2027-01-06', 'before Christmas'],
  ['2026-12-31', 4, '2027-01-08', 'over Christmas'],
  ['2026-12-24', 10, '2027-01-11', 'all of the winter holidays'],
  ['2022-12-30', 1, '2023-01-04', '1 January a Sunday: 2 a holiday, 3 free for it'],
  ['2021-12-31', 1, '2022-01-04', '2 January a Sunday: 3 free for it'],
  ['2016-12-30', 1, '2017-01-04', 'the same in 2017'],
  ['2024-01-05', 1, '2024-01-08', 'Christmas on a Sunday is not moved'],
  ['2026-02-13', 1, '2026-02-18', 'Statehood Day on a Sunday and Monday: Tuesday free'],
  ['2025-02-14', 1, '2025-02-18', '16 February a Sunday: Monday free'],
  ['2020-02-14', 1, '2020-02-18', 'the same in 2020'],
  ['2027-02-12', 1, '2027-02-17', 'Monday and Tuesday'],
  ['2026-04-09', 1, '2026-04-14', 'Good Friday to Easter Monday'],
  ['2026-04-08', 3, '2026-04-15', 'Easter in between'],
  ['2026-04-06', 10, '2026-04-22', 'ten with Easter'],
  ['2026-04-30', 1, '2026-05-04', 'Labour Day on a Friday and Saturday'],
  ['2024-04-30', 1, '2024-05-07', 'Labour Day, then Easter'],
  ['2024-04-26', 3, '2024-05-07', 'the same, from the Friday before'],
  ['2021-04-29', 1, '2021-05-05', 'Labour Day inside Easter: Tuesday free'],
  ['2027-04-29', 1, '2027-05-05', 'the same in 2027'],
  ['2016-04-28', 1, '2016-05-04', 'Easter on 1 May'],
  ['2022-04-29', 1, '2022-05-04', '1 May a Sunday: Monday a holiday, Tuesday free'],
  ['2022-04-21', 3, '2022-04-28', 'Easter a week before'],
  ['2028-02-28', 2, '2028-03-01', 'a leap day that is a working day'],
  ['2026-07-13', 10, '2026-07-27', 'a summer without holidays'],
];

describe('working days', () => {
  it('has a table of at least 40 cases', () => expect(CASES.length).toBeGreaterThanOrEqual(40));

  it.each(CASES)('%s + %i is %s: %s', (from, days, due) => {
    expect(addWorkingDays(from, days)).toBe(due);
    expect(workingDaysBetween(from, due)).toBe(days);
  });

  it('can be counted back, whatever the day', () => {
    const anyDay = fc.integer({ min: 0, max: 40 * 365 }).map((n) => addDays('2010-01-01', n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, n) => {
        const due = addWorkingDays(from, n);
        expect(workingDaysBetween(from, due)).toBe(n);
        if (n > 0) expect(isWorkingDay(due)).toBe(true);
        expect(due >= from).toBe(true);
      }),
    );
  });
});

describe('the day of an instant', () => {
  it('is that of Belgrade, in winter and in summer', () => {
    expect(toDay(new Date('2026-11-25T22:59:59Z'))).toBe('2026-11-25');
    expect(toDay(new Date('2026-11-25T23:00:00Z'))).toBe('2026-11-26');
    expect(toDay(new Date('2026-07-25T22:00:00Z'))).toBe('2026-07-26');
  });

  it('begins the promise: three working days to an answer, ten to the decision', () => {
    expect(promiseFrom(new Date('2026-12-23T15:00:00Z'))).toEqual({ answerBy: '2026-12-28', decisionBy: '2027-01-08' });
  });
});
