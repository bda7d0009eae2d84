import 'server-only';
import { settings } from '@/lib/env';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageParams, type PageQuery } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';

/**
 * The whole address of a page with a secret, for a mail or a terminal. It is made from the settings alone: a request's
 * Host header must not decide where a link with a secret leads.
 */
export function linkTo(locale: string, page: PageName, secret: string, params: PageParams = {}): string {
  return deskLink(locale, page, params, { t: secret });
}

/** The whole address of a page without a secret, for a mail to staff. */
export function deskLink(locale: string, page: PageName, params: PageParams = {}, query: PageQuery = ''): string {
  const { SITE_URL, PORT } = settings();
  const origin = SITE_URL?.replace(/\/+$/, '') ?? `http://localhost:${PORT}`;
  const known: Locale = isLocale(locale) ? locale : 'sr-Latn';
  return origin + hrefFor(known, page, params, query);
}
