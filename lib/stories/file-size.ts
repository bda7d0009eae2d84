import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** "340 kB", "2 MB": whole numbers, because nobody weighs a download more finely. */
export function fileSize(bytes: number, locale: Locale): string {
  if (bytes < MEGABYTE) return `${formatCount(locale, Math.max(1, Math.round(bytes / KILOBYTE)))}\u00a0kB`;
  return `${formatCount(locale, Math.round(bytes / MEGABYTE))}\u00a0MB`;
}
