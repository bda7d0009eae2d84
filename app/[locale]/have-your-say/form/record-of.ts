import { showName } from '@/lib/enterprises/present';
import { findEnterprise } from '@/lib/enterprises/queries';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';

/** The record of the directory that a story names by its id; null where there is none. */
export function recordOf(id: string, locale: Locale) {
  const record = /^\d{1,9}$/.test(id) ? findEnterprise(id) : null;
  if (!record || !('id' in record)) return null;
  return {
    name: showName(record.name, locale),
    href: hrefFor(locale, '/enterprises/[slug]', { slug: record.slug }),
  };
}
