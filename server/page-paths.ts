import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { isPersonalPage, type PageName, routing } from '@/lib/i18n/routing';

/** Longest address that is kept; what is longer is made up, and rendered each time. */
const LONGEST_KEPT = 2_048;
/** Readers of addresses take these for the folder above. */
const DOTS = /^(\.|%2e){1,2}$/i;

interface Pattern {
  path: RegExp;
  locale: Locale;
  page: PageName;
  /** Names of the parts of the path that are different for each record, story or draft, in their order. */
  params: readonly string[];
}

/** The pages by their paths in the three languages; a whole path (`/enterprises/add`) comes before one with a part to fill. */
const PATTERNS: Pattern[] = (Object.keys(routing.pathnames) as PageName[])
  .map((page) => ({ page, params: [...page.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name) }))
  .sort((a, b) => a.params.length - b.params.length)
  .flatMap(({ page, params }) =>
    LOCALES.map((locale) => ({ page, params, locale, path: patternOf(page, params, locale) })),
  );

function patternOf(page: PageName, params: readonly string[], locale: Locale): RegExp {
  const stand = (name: string) => `any-${name}`;
  const path = hrefFor(locale, page, Object.fromEntries(params.map((name) => [name, stand(name)])));
  return new RegExp(`^${params.reduce((text, name) => text.replace(stand(name), '([^/]+)'), path)}$`);
}

/**
 * Whether an address (path and query) is that of a public page, the same for every visitor. The list is positive:
 * what is not a page of `routing`, or is a visitor's own, is never kept.
 */
export function isPublicPage(address: string): boolean {
  if (address.length > LONGEST_KEPT) return false;
  const found = find(address);
  return found !== null && !isPersonalPage(found.page);
}

/**
 * The route of a page under `app/[locale]`: `/en/enterprises?q=honey` is rendered by `/en/enterprises?q=honey`, `/preduzeca`
 * by `/sr-Latn/enterprises`, `/ured` by `/sr-Latn/desk`. Null for what is no page.
 */
export function routeOf(address: string): { locale: Locale; route: string } | null {
  const found = find(address);
  if (!found) return null;
  const { locale, page, values, path } = found;
  const inner = page === '/' ? '' : page.replace(/\[(\w+)\]/g, (_, name: string) => values[name] ?? '');
  return { locale, route: `/${locale}${inner}${address.slice(path.length)}` };
}

/** The page of an address, with the parts of its path that are filled in; null for what is no page. */
export function pageOf(address: string): { locale: Locale; page: PageName; params: Record<string, string> } | null {
  const found = find(address);
  return found && { locale: found.locale, page: found.page, params: found.values };
}

function find(address: string) {
  const [path = ''] = address.split('?', 1);
  for (const { path: pattern, locale, page, params } of PATTERNS) {
    const match = pattern.exec(path);
    if (!match || match.slice(1).some((part) => DOTS.test(part))) continue;
    return { locale, page, path, values: Object.fromEntries(params.map((name, n) => [name, match[n + 1] ?? ''])) };
  }
  return null;
}
