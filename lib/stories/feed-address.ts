import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** Address of the feed of new stories in a language, from the root of the site. */
export function feedAddress(locale: Locale): string {
  return `/api/v1/stories.atom?lang=${locale}`;
}

/** The feed as a page's metadata names it. */
export function feedLink(locale: Locale): Record<string, { url: string; title: string }[]> {
  return { 'application/atom+xml': [{ url: feedAddress(locale), title: words(locale, 'Story')('feedTitle') }] };
}
