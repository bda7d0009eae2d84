import { deskPath } from '@/lib/accounts/desk-path';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';

/** Codes that say how a form went; the next answer begins without them. */
const CODES = ['fault', 'done', 'minutes', 'decided', 'what', 'field'];

/**
 * The page of the desk that a form came from, with a code of how it went.
 * @param back path and query that the form carries; what is no page of the desk leads to the queue
 */
export function backWith(back: string, locale: Locale, codes: Readonly<Record<string, string | undefined>>): string {
  const [path = '', query = ''] = (back === '' ? hrefFor(locale, '/desk') : deskPath(back, locale)).split('?', 2);
  const search = new URLSearchParams(query);
  for (const code of CODES) search.delete(code);
  for (const [name, value] of Object.entries(codes)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A number of a hidden field; -1, which is nobody's, for anything else. */
export function idOf(value: string): number {
  return /^\d{1,12}$/.test(value) ? Number(value) : -1;
}
