/** An organisation is asked about its record once in so many days at most. */
export const ASKED_EVERY_DAYS = 365;

/** For how many days the link in such a mail works. */
export const ANSWER_DAYS = 60;

/** The day some months before a day (both YYYY-MM-DD); the end of a month stays one. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOf = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOf))).toISOString().slice(0, 10);
}
