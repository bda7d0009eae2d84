import { expect, test } from 'vitest';
import {
  formatClock,
  formatCount,
  formatDay,
  formatDayInFull,
  formatDistance,
  formatMonth,
  monthNames,
} from '@/lib/i18n/formats';

const NBSP = '\u00a0';

test.each([
  ['sr-Latn', '2026-11-23', '23. 11. 2026.'],
  ['sr-Cyrl', '2026-11-23', '23. 11. 2026.'],
  ['en', '2026-11-23', '23 Nov 2026'],
  // Half an hour before midnight in UTC it is the next day in Belgrade.
  ['sr-Latn', new Date('2026-11-23T23:30:00Z'), '24. 11. 2026.'],
  ['en', new Date('2026-06-30T22:30:00Z'), '1 Jul 2026'],
] as const)('a day in %s (%s) is written %s', (locale, day, written) => {
  expect(formatDay(locale, day)).toBe(written.replaceAll(' ', NBSP));
});

test.each([
  ['sr-Latn', 1139, '1.139'],
  ['sr-Cyrl', 1139, '1.139'],
  ['en', 1139, '1,139'],
] as const)('a count in %s: %i is %s', (locale, count, written) => {
  expect(formatCount(locale, count)).toBe(written);
});

test.each([
  ['sr-Latn', 3.456, '3,5 km'],
  ['en', 3.456, '3.5 km'],
  ['sr-Cyrl', 43.21, '43 km'],
] as const)('a distance in %s: %f is %s', (locale, kilometres, written) => {
  expect(formatDistance(locale, kilometres).replace(/\s/, ' ').replace('км', 'km')).toBe(written);
});

test.each([
  ['sr-Latn', '2026-11-19', '19. novembra 2026.'],
  ['sr-Cyrl', '2026-11-19', '19. новембра 2026.'],
  ['en', '2026-11-19', '19 November 2026'],
  ['sr-Latn', new Date('2026-12-31T23:30:00Z'), '1. januara 2027.'],
  ['sr-Latn', '2026-05-06', '6. maja 2026.'],
] as const)('a day of a sentence in %s (%s) is %s', (locale, day, written) => {
  expect(formatDayInFull(locale, day)).toBe(written.replaceAll(' ', NBSP));
});

test('a time of the day is that of Serbia, with a full stop in Serbian', () => {
  const instant = new Date('2026-11-19T13:05:00Z');
  expect(formatClock('sr-Latn', instant)).toBe('14.05');
  expect(formatClock('en', instant)).toBe('14:05');
});

test('a month has its name and its year', () => {
  expect(formatMonth('sr-Cyrl', '2020-03')).toBe(`март${NBSP}2020.`);
  expect(formatMonth('en', '2020-03')).toBe('March 2020');
  expect(monthNames('en')).toHaveLength(12);
  expect(monthNames('sr-Latn')[4]).toBe('maj');
});
