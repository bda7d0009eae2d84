import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';

/** Longest address that is kept; what is longer is made up, and rendered each time. */
const LONGEST_KEPT = 2_048;

/** The public pages by their paths; only these may be kept. */
const PATTERNS = LOCALES.flatMap((locale) => Object.values(routing.pathnames).map((path) => patternOf(locale, path)));

/**
 * Whether an address (path and query) is that of a public page, the same for every visitor. The list is positive:
 * a page that is added to the routes later is not kept before somebody has thought about it here.
 */
export function isPublicPage(address: string): boolean {
  if (address.length > LONGEST_KEPT) return false;
  const query = address.indexOf('?');
  const path = query === -1 ? address : address.slice(0, query);
  return PATTERNS.some((pattern) => pattern.test(path));
}

/** The language of an address, by its prefix alone. */
export function localeOfPath(path: string): Locale {
  for (const locale of LOCALES) {
    const prefix = prefixOf(locale);
    if (prefix && (path === prefix || path.startsWith(`${prefix}/`))) return locale;
  }
  return routing.defaultLocale;
}

function prefixOf(locale: Locale): string {
  const prefixes: Partial<Record<Locale, string>> = routing.localePrefix.prefixes;
  return locale === routing.defaultLocale ? '' : (prefixes[locale] ?? `/${locale}`);
}

function patternOf(locale: Locale, paths: string | Record<Locale, string>): RegExp {
  const path = typeof paths === 'string' ? paths : paths[locale];
  const whole = prefixOf(locale) + (path === '/' ? '' : path) || '/';
  return new RegExp(`^${whole.replace(/\[[a-z]+\]/g, '[^/?#]+')}$`);
}
