/*
 * Every route that is not the desk's, and by what it is let in. None of them may know of staff: what is for staff stands
 * under app/api/desk. tests/integration/doors/public.test.ts fails until a new one stands here.
 */

/** `open` is for everybody; the others need a secret that only one person has. */
export type PublicGuard =
  | 'open: reads what is public'
  | 'open: writes within limits'
  | 'cookie of a draft'
  | 'secret of a mailed link'
  | 'development only';

export const PUBLIC_DOORS: Readonly<Record<string, PublicGuard>> = {
  'GET [locale]/mail-preview': 'development only',
  'GET api/health': 'open: reads what is public',
  'GET api/map': 'open: reads what is public',
  'GET api/map/items': 'open: reads what is public',
  'POST api/story/confirm': 'secret of a mailed link',
  'POST api/story/export': 'secret of a mailed link',
  'POST api/story/files': 'cookie of a draft',
  'POST api/story/later': 'cookie of a draft',
  'GET api/story/organisations': 'open: reads what is public',
  'GET api/story/places': 'open: reads what is public',
  'POST api/story/resume': 'secret of a mailed link',
  'POST api/story/save': 'cookie of a draft',
  'POST api/story/send': 'cookie of a draft',
  'POST api/story/start': 'open: writes within limits',
  'POST api/story/status': 'secret of a mailed link',
  'GET api/suggest': 'open: reads what is public',
  'GET api/v1/enterprises': 'open: reads what is public',
  'GET api/v1/enterprises.csv': 'open: reads what is public',
  'GET api/v1/enterprises.geojson': 'open: reads what is public',
  'GET api/v1/enterprises/[id]': 'open: reads what is public',
  'GET api/v1/openapi.json': 'open: reads what is public',
  'GET api/v1/stories': 'open: reads what is public',
  'POST api/v1/stories': 'open: writes within limits',
  'GET api/v1/stories.atom': 'open: reads what is public',
  'GET api/v1/stories.csv': 'open: reads what is public',
  'GET api/v1/stories.geojson': 'open: reads what is public',
  'GET api/v1/stories/[id]': 'open: reads what is public',
  'GET files/[key]/[rendition]': 'open: reads what is public',
  'GET og/[locale]': 'open: reads what is public',
  'GET og/[locale]/[slug]': 'open: reads what is public',
  'GET og/[locale]/stories/[slug]': 'open: reads what is public',
  'GET sitemap.xml': 'open: reads what is public',
  'POST theme': 'open: writes within limits',
};
