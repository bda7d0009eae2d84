import { createFormatter, type Formats } from 'use-intl/core';
import type { Locale } from './locales';

/** Named formats of dates and numbers; nothing else in the project formats them. */
export const formats = {
  dateTime: {
    /** 23. 11. 2026. */
    day: { day: 'numeric', month: 'numeric', year: 'numeric' },
    /** 23 Nov 2026 */
    dayInWords: { day: 'numeric', month: 'short', year: 'numeric' },
    /** 23. 11. 2026. 14:32, of which the hour is then written 14.32 */
    moment: { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    /** 23 Nov 2026, 14:32 */
    momentInWords: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  },
  number: {
    /** 1.139 */
    count: { maximumFractionDigits: 0 },
    /** 3,5 km */
    distance: { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 },
    /** 12 km */
    farDistance: { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 },
  },
} satisfies Formats;

export const TIME_ZONE = 'Europe/Belgrade';

/** English dates stand day first, as Serbian ones do: 23 Nov 2026. */
const FORMATTING_TAG: Record<Locale, string> = { 'sr-Latn': 'sr-Latn', 'sr-Cyrl': 'sr-Cyrl', en: 'en-GB' };

type Formatter = ReturnType<typeof createFormatter>;
const formatters = new Map<Locale, Formatter>();

// Building an Intl formatter costs more than using it, so one set serves the whole process.
function formatterOf(locale: Locale): Formatter {
  const known = formatters.get(locale);
  if (known) return known;
  // The type knows our three locales only; Intl takes any tag.
  const made = createFormatter({ locale: FORMATTING_TAG[locale] as Locale, timeZone: TIME_ZONE, formats });
  formatters.set(locale, made);
  return made;
}

/** A day written YYYY-MM-DD, or an instant, as people write it: 23. 11. 2026. or 23 Nov 2026. */
export function formatDay(locale: Locale, day: string | Date): string {
  // Noon is the same day in Belgrade and in UTC.
  const instant = typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day;
  const written = formatterOf(locale).dateTime(instant, locale === 'en' ? 'dayInWords' : 'day');
  // A day is not broken between two lines.
  return written.replaceAll(' ', '\u00a0');
}

/** A count: 1.139 or 1,139. */
export function formatCount(locale: Locale, count: number): string {
  // A page of facets has some three hundred counts, nearly all of them too small to be grouped.
  return count < 1000 ? String(count) : formatterOf(locale).number(count, 'count');
}

/** A distance in kilometres; tenths only where they say something. */
export function formatDistance(locale: Locale, kilometres: number): string {
  return formatterOf(locale).number(kilometres, kilometres < 10 ? 'distance' : 'farDistance');
}

/** An instant as a day and an hour in Serbia, for what happened or ends at a time: 23. 11. 2026. 14.32. */
export function formatMoment(locale: Locale, instant: Date): string {
  const written = formatterOf(locale).dateTime(instant, locale === 'en' ? 'momentInWords' : 'moment');
  return (locale === 'en' ? written : written.replace(/(\d\d):(\d\d)$/, '$1.$2')).replaceAll(' ', '\u00a0');
}
