import { DEFAULT_LOCALE, LOCALE_PREFIXES, LOCALES, type Locale } from './locales';
import { type PageName, routing } from './routing';

/** Parameters of a page's path, by name: `{ slug: 'nasa-kuca' }`. */
export type PageParams = Readonly<Record<string, string>>;
/** The query of an address: as text (with or without `?`), or as parameters. Empty means none. */
export type PageQuery = string | URLSearchParams | Readonly<Record<string, string>>;

/**
 * Address of a page in a language, from the root of the site: `hrefFor('en', '/enterprises')` is `/en/enterprises`.
 * Links are plain `<a>`: every page is a whole document, served from the page cache.
 * @throws Error when a parameter of the path is missing
 */
export function hrefFor(locale: Locale, page: PageName, params: PageParams = {}, query: PageQuery = ''): string {
  const template = routing.pathnames[page];
  const path = (typeof template === 'string' ? template : template[locale]).replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The address of ${page} needs ${name}`);
    return encodeURIComponent(value);
  });
  const whole = LOCALE_PREFIXES[locale] + (path === '/' ? '' : path) || '/';
  return whole + queryPart(query);
}

function queryPart(query: PageQuery): string {
  const text = (typeof query === 'string' ? query.replace(/^\?/, '') : new URLSearchParams(query).toString()).trim();
  return text === '' ? '' : `?${text}`;
}

/** The same page in every language; `x-default` is the default one. For hreflang and the sitemap. */
export function hrefsInAllLocales(
  page: PageName,
  params: PageParams = {},
  query: PageQuery = '',
): Record<Locale | 'x-default', string> {
  const entries = LOCALES.map((locale) => [locale, hrefFor(locale, page, params, query)] as const);
  return {
    ...(Object.fromEntries(entries) as Record<Locale, string>),
    'x-default': hrefFor(DEFAULT_LOCALE, page, params, query),
  };
}
