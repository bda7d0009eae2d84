/** A time of the day as people write it: 14.32 in Serbian, 14:32 in English. Pure, for the browser too. */
export function writeClock(locale: string, hours: number, minutes: number): string {
  const separator = locale === 'en' ? ':' : '.';
  return `${hours}${separator}${String(minutes).padStart(2, '0')}`;
}
