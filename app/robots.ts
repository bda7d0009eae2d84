import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { settings } from '@/lib/env';
import { LOCALES } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { siteOrigin } from '@/lib/site/origin';

export default async function robots(): Promise<MetadataRoute.Robots> {
  // Invented stories are nobody's search result.
  if (settings().DEMO) return { rules: { userAgent: '*', disallow: '/' } };
  const origin = siteOrigin(await headers());
  const desk = LOCALES.map((locale) => hrefFor(locale, '/desk'));
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/theme', '/api/desk/', ...desk] },
    sitemap: `${origin}/sitemap.xml`,
  };
}
