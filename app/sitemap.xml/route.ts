import { listAddresses } from '@/lib/enterprises/queries';
import { siteOrigin } from '@/lib/site/origin';
import { toSitemap } from '@/lib/site/sitemap';
import { listStoryAddresses } from '@/lib/stories/queries';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams.get('part');
  const part = asked === null ? null : /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : Number.POSITIVE_INFINITY;
  const stories = listStoryAddresses().map((address) => ({ ...address, page: '/stories/[slug]' as const }));
  const xml = toSitemap(siteOrigin(request.headers), [...listAddresses(), ...stories], part);
  if (xml === null) return new Response(null, { status: 404 });
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
