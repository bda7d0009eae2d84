import 'server-only';
import { settings } from '@/lib/env';

const HOST = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i;

/**
 * Where the site stands, without a slash at the end: the setting SITE_URL, or else what the request says of
 * itself. A host that is no host name is not repeated into the page.
 */
export function siteOrigin(headers: Headers): string {
  const configured = settings().SITE_URL;
  if (configured) return configured.replace(/\/+$/, '');
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? '';
  const protocol = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${protocol}://${HOST.test(host) ? host : 'localhost'}`;
}
