import type { Metadata } from 'next';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor, hrefsInAllLocales, type PageParams } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';

/** What a page says of itself to search engines and to those who share it. */
export interface PageDescription {
  locale: Locale;
  page: PageName;
  params?: PageParams;
  title: string;
  description: string;
  /** Where the site stands, without a slash at the end. */
  origin: string;
  /** Address of the Open Graph picture, from the root of the site; without it the one of the home page. */
  picture?: string;
}

const OPEN_GRAPH_LOCALE: Record<Locale, string> = { 'sr-Latn': 'sr_RS', 'sr-Cyrl': 'sr_RS', en: 'en_GB' };

/**
 * Title, description, canonical address, the same page in the other languages (`x-default` is Serbian Latin) and
 * Open Graph. The canonical address has no query: filters and pages of a list lead to one page.
 */
export function pageMetadata({ locale, page, params, title, description, origin, picture }: PageDescription): Metadata {
  const site = words(locale, 'Site');
  const image = { url: picture ?? `/og/${locale}`, width: 1200, height: 630, alt: title };
  return {
    metadataBase: new URL(origin),
    title: site('titleOf', { title }),
    description,
    alternates: {
      canonical: hrefFor(locale, page, params),
      languages: hrefsInAllLocales(page, params),
    },
    openGraph: {
      type: 'website',
      siteName: site('name'),
      locale: OPEN_GRAPH_LOCALE[locale],
      url: hrefFor(locale, page, params),
      title,
      description,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}
