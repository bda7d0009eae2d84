import 'server-only';
import { settings } from '@/lib/env';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageParams } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';

/**
 * The whole address of a page with a secret, for a mail or a terminal. It is made from the settings alone: a request's
 * Host header must not decide where a link with a secret leads.
 */
export function linkTo(locale: string, page: PageName, secret: string, params: PageParams = {}): string {
  const { SITE_URL, PORT } = settings();
  const origin = SITE_URL?.replace(/\/+$/, '') ?? `http://localhost:${PORT}`;
  const known: Locale = isLocale(locale) ? locale : 'sr-Latn';
  return origin + hrefFor(known, page, params, { t: secret });
}
