import { createFormatter, type Formats } from 'use-intl/core';
import { inScript } from '@/lib/serbian';
import { writeClock } from './clock';
import type { Locale } from './locales';

/** Named formats of dates and numbers; nothing else in the project formats them. */
export const formats = {
  dateTime: {
    /** 23. 11. 2026. */
    day: { day: 'numeric', month: 'numeric', year: 'numeric' },
    /** 23 Nov 2026 */
    dayInWords: { day: 'numeric', month: 'short', year: 'numeric' },
    /** 23 November 2026 */
    dayInFull: { day: 'numeric', month: 'long', year: 'numeric' },
    /** November 2026 */
    month: { month: 'long', year: 'numeric' },
    /** 14:32 */
    clock: { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' },
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
    /** 1,2 */
    tenths: { maximumFractionDigits: 1 },
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

// Intl has no genitive, and a date in a sentence needs it: 19. novembra 2026.
const MONTHS_SR = [
  'januar',
  'februar',
  'mart',
  'april',
  'maj',
  'jun',
  'jul',
  'avgust',
  'septembar',
  'oktobar',
  'novembar',
  'decembar',
];
const genitive = (month: string) => `${month.replace(/bar$/, 'br')}a`;

/** A day for a sentence, YYYY-MM-DD or an instant: 19. novembra 2026. or 19 November 2026. */
export function formatDayInFull(locale: Locale, day: string | Date): string {
  const instant = typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day;
  if (locale === 'en') return formatterOf(locale).dateTime(instant, 'dayInFull').replaceAll(' ', '\u00a0');
  const [date = '', month = '', year = ''] = formatterOf('sr-Latn').dateTime(instant, 'day').match(/\d+/g) ?? [];
  return `${date}.\u00a0${inScript(genitive(MONTHS_SR[Number(month) - 1] ?? ''), locale)}\u00a0${year}.`;
}

/** A time of the day in Serbia: 14.32 or 14:32. */
export function formatClock(locale: Locale, instant: Date): string {
  const [hours, minutes] = formatterOf('en').dateTime(instant, 'clock').split(':').map(Number);
  return writeClock(locale, hours ?? 0, minutes ?? 0);
}

/** A month written YYYY-MM: novembar 2026. or November 2026. */
export function formatMonth(locale: Locale, month: string): string {
  if (locale === 'en') return formatterOf(locale).dateTime(new Date(`${month}-15T12:00:00Z`), 'month');
  const [year = '', number = ''] = month.split('-');
  return `${inScript(MONTHS_SR[Number(number) - 1] ?? '', locale)}\u00a0${year}.`;
}

/** Names of the twelve months. */
export function monthNames(locale: Locale): string[] {
  if (locale !== 'en') return MONTHS_SR.map((month) => inScript(month, locale));
  const format = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  return MONTHS_SR.map((_, at) => format.format(Date.UTC(2026, at, 15)));
}

/** Size of a file or a disk, in bytes, as people read it: 340 kB, 1,2 MB, 75 GB. */
export function formatFileSize(locale: Locale, bytes: number): string {
  const [amount, unit] =
    bytes >= 999_500_000
      ? [bytes / 1_000_000_000, 'GB']
      : bytes >= 999_500
        ? [bytes / 1_000_000, 'MB']
        : [Math.max(1, Math.round(bytes / 1_000)), 'kB'];
  const isExact = amount < 10 && unit !== 'kB';
  return `${formatterOf(locale).number(amount, isExact ? 'tenths' : 'count')}\u00a0${inScript(unit, locale)}`;
}

/** An instant as a day and an hour in Serbia, for what happened or ends at a time: 23. 11. 2026. 14.32. */
export function formatMoment(locale: Locale, instant: Date): string {
  const written = formatterOf(locale).dateTime(instant, locale === 'en' ? 'momentInWords' : 'moment');
  return (locale === 'en' ? written : written.replace(/(\d\d):(\d\d)$/, '$1.$2')).replaceAll(' ', '\u00a0');
}
