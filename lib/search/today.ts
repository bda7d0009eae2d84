const DAY_IN_SERBIA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Belgrade' });
const MINUTE_MS = 60_000;

let known = { minute: -1, day: '' };

/** Today's date in Serbia, YYYY-MM-DD. Formatting costs more than a small search, so it is done once a minute. */
export function todayInSerbia(): string {
  const minute = Math.floor(Date.now() / MINUTE_MS);
  if (known.minute !== minute) known = { minute, day: DAY_IN_SERBIA.format(new Date()) };
  return known.day;
}
