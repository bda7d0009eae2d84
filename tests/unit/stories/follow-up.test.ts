import { expect, test } from 'vitest';
import { isLongUnanswered } from '@/lib/stories/follow-up';

const STORY = {
  origin: 'submitted',
  stillAlive: null,
  confirmedOn: null,
  publishedAt: new Date('2026-01-10T10:00:00Z'),
};

test.each<[string, Partial<Parameters<typeof isLongUnanswered>[0]>, string, boolean]>([
  ['a year after it was published', {}, '2027-01-10', true],
  ['a day before', {}, '2027-01-09', false],
  ['a year after the last answer', { stillAlive: 'yes', confirmedOn: '2026-08-01' }, '2027-08-01', true],
  ['and not before', { stillAlive: 'yes', confirmedOn: '2026-08-01' }, '2027-07-31', false],
  ['never of a practice that has ended', { stillAlive: 'no' }, '2030-01-01', false],
  ['nor of a story that nobody sent', { origin: 'collected' }, '2030-01-01', false],
])('the page says that nobody answered: %s', (_, story, today, said) => {
  expect(isLongUnanswered({ ...STORY, ...story }, today)).toBe(said);
});
