import type { Locale } from './locales';
import { words } from './words';

/** The one code whose name is not ours to choose: it stands with its asterisk. */
const KOSOVO = 'XK';

const names = new Map<Locale, Intl.DisplayNames>();

/**
 * Name of a country in a language and script; the code itself where it has none.
 * @param code ISO 3166-1 alpha-2; XK for Kosovo*
 */
export function countryName(code: string, locale: Locale): string {
  if (code === KOSOVO) return words(locale, 'Map')('kosovo');
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  names.set(locale, known);
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}

/** All names by which a country is searched for. */
export function countryNames(code: string): string[] {
  return [countryName(code, 'sr-Latn'), countryName(code, 'en')];
}
