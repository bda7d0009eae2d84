import 'server-only';
import { settings } from '@/lib/env';
import { fail, ok, type Result } from '@/lib/shared/result';

/**
 * Whether a POST comes from a page of this site: another site must not make a visitor's browser send, change or withdraw a
 * story. `Origin` says it; where the browser hides it (`null`, as under some referrer policies), `Sec-Fetch-Site` does. A
 * request with neither is refused: no browser of the last years sends one, and programs have the open interface.
 */
export function assertSameOrigin(request: Request): Result<null, { code: 'crossOrigin' }> {
  const origin = request.headers.get('origin');
  const isOurs =
    origin !== null && origin !== 'null'
      ? isOwnHost(hostOf(origin), request.headers)
      : request.headers.get('sec-fetch-site') === 'same-origin';
  return isOurs ? ok(null) : fail({ code: 'crossOrigin' });
}

/**
 * The same for the desk, where more is at stake: `Origin` must be there and be ours, and `Sec-Fetch-Site`, where a browser
 * sends it, must not say otherwise.
 */
export function assertOwnPage(request: Request): Result<null, { code: 'crossOrigin' }> {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isSaid = origin !== null && origin !== 'null' && (site === null || site === 'same-origin');
  return isSaid ? assertSameOrigin(request) : fail({ code: 'crossOrigin' });
}

/**
 * The scheme is not compared: behind a proxy that speaks https this server sees http. A foreign page can choose neither
 * `Host` nor `X-Forwarded-Host`.
 */
function isOwnHost(host: string | null, headers: Headers): boolean {
  if (host === null) return false;
  const { SITE_URL } = settings();
  const own = [SITE_URL ? hostOf(SITE_URL) : null, headers.get('host'), headers.get('x-forwarded-host')];
  return own.some((name) => name !== null && withoutUsualPort(name) === withoutUsualPort(host));
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}

/** Browsers leave the usual port out of an origin; proxies may write it into the host. */
function withoutUsualPort(host: string): string {
  return host.toLowerCase().replace(/:(?:80|443)$/, '');
}
