import { LOCALES } from '@/lib/i18n/locales';
import { hrefsInAllLocales, type PageParams } from '@/lib/i18n/navigation';
import { isPersonalPage, type PageName, routing } from '@/lib/i18n/routing';

/** Records in one file: three addresses each, well below the limit of 50,000 addresses and 50 MB. */
export const RECORDS_PER_FILE = 5_000;

export interface SitemapRecord {
  slug: string;
  updatedAt: Date;
}

/** The pages that are there without any record. */
const FIXED_PAGES = (Object.keys(routing.pathnames) as PageName[]).filter(
  (page) => !page.includes('[') && !isPersonalPage(page),
);

/**
 * The site's sitemap: every page in every language, each with the addresses of the others. More records than fit
 * into one file are cut into parts, and the sitemap is then the list of its parts.
 * @param origin where the site stands, without a slash at the end
 * @param part number of a part, from 1; null for the sitemap itself
 * @returns XML; null when there is no such part
 */
export function toSitemap(origin: string, records: readonly SitemapRecord[], part: number | null): string | null {
  const parts = Math.max(1, Math.ceil(records.length / RECORDS_PER_FILE));
  if (part === null && parts > 1) return toIndex(origin, parts);
  const number = part ?? 1;
  if (number > parts) return null;
  const slice = records.slice((number - 1) * RECORDS_PER_FILE, number * RECORDS_PER_FILE);
  const fixed = number === 1 ? FIXED_PAGES.map((page) => toEntries(origin, page, {}, null)) : [];
  const entries = slice.map(({ slug, updatedAt }) => toEntries(origin, '/enterprises/[slug]', { slug }, updatedAt));
  return `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${[...fixed, ...entries].join('')}</urlset>\n`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function toIndex(origin: string, parts: number): string {
  const entries = Array.from({ length: parts }, (_, index) => {
    const address = `${origin}/sitemap.xml?part=${index + 1}`;
    return `<sitemap><loc>${escapeXml(address)}</loc></sitemap>\n`;
  });
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</sitemapindex>\n`;
}

/** One page in every language. */
function toEntries(origin: string, page: PageName, params: PageParams, changed: Date | null): string {
  const addresses = hrefsInAllLocales(page, params);
  const alternates = Object.entries(addresses)
    .map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeXml(origin + href)}"/>`)
    .join('');
  const lastmod = changed === null ? '' : `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>`;
  return LOCALES.map(
    (locale) => `<url><loc>${escapeXml(origin + addresses[locale])}</loc>${lastmod}${alternates}</url>\n`,
  ).join('');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
