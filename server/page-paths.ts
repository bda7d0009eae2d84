import { LOCALES } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { isPersonalPage, type PageName, routing } from '@/lib/i18n/routing';

/** Longest address that is kept; what is longer is made up, and rendered each time. */
const LONGEST_KEPT = 2_048;
const ANY_SLUG = 'any-slug';

/** The public pages by their paths in the three languages; only these may be kept. */
const PATTERNS = (Object.keys(routing.pathnames) as PageName[])
  .filter((page) => !isPersonalPage(page))
  .flatMap((page) =>
    LOCALES.map((locale) => new RegExp(`^${hrefFor(locale, page, { slug: ANY_SLUG }).replace(ANY_SLUG, '[^/]+')}$`)),
  );

/**
 * Whether an address (path and query) is that of a public page, the same for every visitor. The list is positive:
 * what is not a page of `routing`, or is a visitor's own, is never kept.
 */
export function isPublicPage(address: string): boolean {
  if (address.length > LONGEST_KEPT) return false;
  const path = address.split('?', 1)[0] ?? '';
  return PATTERNS.some((pattern) => pattern.test(path));
}
