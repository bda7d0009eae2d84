import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** Words that may be missing for a job of tomorrow: its code stands in their place. */
interface Loose {
  (key: string): string;
  has: (key: string) => boolean;
}

function wordOr(locale: Locale, namespace: 'DeskJobs' | 'DeskJobCounts' | 'DeskMailNames', key: string): string {
  const t = words(locale, namespace) as unknown as Loose;
  return t.has(key) ? t(key) : key;
}

/** What a job is called. */
export const jobName = (locale: Locale, name: string) => wordOr(locale, 'DeskJobs', name);

/** What a number in the report of a job counts. */
export const countName = (locale: Locale, key: string) => wordOr(locale, 'DeskJobCounts', key);

/** What a mail is called, by its template. */
export const mailName = (locale: Locale, template: string) => wordOr(locale, 'DeskMailNames', template);
