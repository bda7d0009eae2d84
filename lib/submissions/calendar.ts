import { TIME_ZONE } from '@/lib/i18n/formats';

/**
 * Working days in Serbia. The non-working days are those of the Law on State and Other Holidays in the Republic of Serbia
 * (Zakon o državnim i drugim praznicima u Republici Srbiji, "Sl. glasnik RS" 43/2001, 101/2007 and 92/2011), which hold for
 * everybody; the days that article 4 gives to members of one faith (Kurban Bajram, Yom Kippur, Catholic Christmas, a family's
 * slava) are a person's own and are not counted. Days are texts, YYYY-MM-DD, of the calendar in Belgrade. Pure.
 */

/**
 * State holidays: Statehood Day (article 1), New Year, Labour Day, Armistice Day (1a). Of these alone article 3a says: when one
 * falls on a Sunday, the first working day after it is free. Victory Day, 9 May, is kept at work (article 3).
 */
const STATE_HOLIDAYS = ['01-01', '01-02', '02-15', '02-16', '05-01', '05-02', '11-11'];
/** Free religious holidays (article 2): the first day of Christmas, and Easter from Good Friday to Easter Monday. */
const CHRISTMAS = '01-07';
const EASTER_FREE = [-2, -1, 0, 1];

const DAY_MS = 86_400_000;
const SUNDAY = 0;
const SATURDAY = 6;

const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** Days of a year that are free by law, Sundays and Saturdays among them where a holiday falls on one. */
export function publicHolidays(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const state = STATE_HOLIDAYS.map((day) => `${year}-${day}`);
  const easter = orthodoxEaster(year);
  const free = new Set([...state, `${year}-${CHRISTMAS}`, ...EASTER_FREE.map((offset) => addDays(easter, offset))]);
  for (const day of state) if (weekday(day) === SUNDAY) free.add(nextFreeForWork(day, free));
  holidaysByYear.set(year, free);
  return free;
}

/** The first day after `day` on which people would have worked. */
function nextFreeForWork(day: string, free: ReadonlySet<string>): string {
  let next = addDays(day, 1);
  while (free.has(next) || isWeekend(next)) next = addDays(next, 1);
  return next;
}

/**
 * Orthodox Easter Sunday in the civil (Gregorian) calendar: the Julian computus as Meeus gives it (Astronomical
 * Algorithms, 1991, chapter 8), and the days by which the calendars differ.
 */
export function orthodoxEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  const century = Math.floor(year / 100);
  const difference = century - Math.floor(century / 4) - 2;
  return addDays(`${year}-${pad(month)}-${pad(day)}`, difference);
}

export function isWorkingDay(day: string): boolean {
  return !isWeekend(day) && !publicHolidays(yearOf(day)).has(day);
}

/** Days that are free by law, as numbers (`dayNumber`), of the years that were asked for so far. */
const freeNumbers = new Set<number>();
const readYears = new Set<number>();

function readYear(year: number): void {
  if (readYears.has(year)) return;
  readYears.add(year);
  for (const day of publicHolidays(year)) freeNumbers.add(dayNumber(day));
}

/** Whether people work on the day of a number, in a year that was read. The queue asks it for every day of every wait. */
function isWorkingNumber(number: number): boolean {
  const weekdayOfNumber = (number + WEEKDAY_OF_ZERO) % 7;
  return weekdayOfNumber !== SUNDAY && weekdayOfNumber !== SATURDAY && !freeNumbers.has(number);
}

/**
 * The n-th working day after a day, which itself does not count: what comes in on a Friday and is promised in one working
 * day is due on Monday. With 0 it is the day itself.
 */
export function addWorkingDays(day: string, n: number): string {
  if (n <= 0) return day;
  let year = yearOf(day);
  readYear(year);
  let at = dayNumber(day);
  let lastOfYear = dayNumber(`${year}-12-31`);
  for (let left = n; left > 0; ) {
    at += 1;
    if (at > lastOfYear) {
      year += 1;
      readYear(year);
      lastOfYear = dayNumber(`${year}-12-31`);
    }
    if (isWorkingNumber(at)) left -= 1;
  }
  return dayOfNumber(at);
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. The inverse of `addWorkingDays`. */
export function workingDaysBetween(from: string, to: string): number {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) readYear(year);
  const last = dayNumber(to);
  let count = 0;
  for (let at = dayNumber(from) + 1; at <= last; at += 1) if (isWorkingNumber(at)) count += 1;
  return count;
}

const DAY_IN_SERBIA = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/** The day that an instant is in Serbia. */
export function toDay(instant: Date): string {
  return DAY_IN_SERBIA.format(instant);
}

/** A day some calendar days later (or earlier). */
export function addDays(day: string, n: number): string {
  return dayOfNumber(dayNumber(day) + n);
}

/** Days since 1 January 1970, a Thursday. */
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOfNumber = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
const WEEKDAY_OF_ZERO = 4;
const yearOf = (day: string) => Number(day.slice(0, 4));

/** Days of the week as `Date` counts them: 0 is Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isWeekend(day: string): boolean {
  return [SATURDAY, SUNDAY].includes(weekday(day));
}

const pad = (n: number) => String(n).padStart(2, '0');

/** What we promise to the author, in working days from the confirmation: a person's first answer, and the decision. */
export const ANSWER_WORKING_DAYS = 3;
export const DECISION_WORKING_DAYS = 10;

/** The days of the promise, for a story that was confirmed (or sent again) at an instant. */
export function promiseFrom(instant: Date): { answerBy: string; decisionBy: string } {
  const day = toDay(instant);
  return {
    answerBy: addWorkingDays(day, ANSWER_WORKING_DAYS),
    decisionBy: addWorkingDays(day, DECISION_WORKING_DAYS),
  };
}
