import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { siteOrigin } from '@/lib/site/origin';

export default async function robots(): Promise<MetadataRoute.Robots> {
  const origin = siteOrigin(await headers());
  return { rules: { userAgent: '*', allow: '/', disallow: '/theme' }, sitemap: `${origin}/sitemap.xml` };
}
