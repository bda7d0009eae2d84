import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { isPersonalPage, type PageName, routing } from '@/lib/i18n/routing';

/** Longest address that is kept; what is longer is made up, and rendered each time. */
const LONGEST_KEPT = 2_048;
const ANY_SLUG = 'any-slug';

/** Readers of addresses take these for the folder above. */
const DOTS = /^(\.|%2e){1,2}$/i;

interface Pattern {
  path: RegExp;
  locale: Locale;
  page: PageName;
}

/** Pages of one visitor's whose address looks like that of a record (`/enterprises/add`). */
const PERSONAL_PATHS = new Set(
  (Object.keys(routing.pathnames) as PageName[])
    .filter((page) => isPersonalPage(page) && !page.includes('['))
    .flatMap((page) => LOCALES.map((locale) => hrefFor(locale, page))),
);

/** The public pages by their paths in the three languages; only these may be kept. */
const PATTERNS: Pattern[] = (Object.keys(routing.pathnames) as PageName[])
  .filter((page) => !isPersonalPage(page))
  .flatMap((page) =>
    LOCALES.map((locale) => ({
      path: new RegExp(`^${hrefFor(locale, page, { slug: ANY_SLUG }).replace(ANY_SLUG, '([^/]+)')}$`),
      locale,
      page,
    })),
  );

/**
 * Whether an address (path and query) is that of a public page, the same for every visitor. The list is positive:
 * what is not a page of `routing`, or is a visitor's own, is never kept.
 */
export function isPublicPage(address: string): boolean {
  return address.length <= LONGEST_KEPT && routeOf(address) !== null;
}

/**
 * The route of a public page under `app/[locale]`: `/en/enterprises?q=honey` is rendered by `/en/enterprises?q=honey`,
 * `/preduzeca` by `/sr-Latn/enterprises`. Null for what is no public page.
 */
export function routeOf(address: string): { locale: Locale; route: string } | null {
  const [path = ''] = address.split('?', 1);
  if (PERSONAL_PATHS.has(path)) return null;
  for (const { path: pattern, locale, page } of PATTERNS) {
    const match = pattern.exec(path);
    if (!match || DOTS.test(match[1] ?? '')) continue;
    const inner = page === '/' ? '' : page.replace('[slug]', match[1] ?? '');
    return { locale, route: `/${locale}${inner}${address.slice(path.length)}` };
  }
  return null;
}
