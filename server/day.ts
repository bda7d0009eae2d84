import { TIME_ZONE } from '@/lib/i18n/formats';

const MINUTE_MS = 60_000;

/** Makes a function that names the present day in Serbia (YYYY-MM-DD). It asks the calendar once a minute. */
export function createDayReader(now: () => number = Date.now): () => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, dateStyle: 'short' });
  let minute = -1;
  let day = '';
  return () => {
    // Midnight falls on a whole minute in every time zone.
    const present = Math.floor(now() / MINUTE_MS);
    if (present !== minute) {
      minute = present;
      day = format.format(present * MINUTE_MS);
    }
    return day;
  };
}
