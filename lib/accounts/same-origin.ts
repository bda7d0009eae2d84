/**
 * Whether a POST comes from a page of our own. Browsers say so themselves in headers that no page can write: `Origin`, and
 * `Sec-Fetch-Site` where there is one. A request that says nothing is refused: every browser sends Origin with a POST.
 * @param siteUrl setting SITE_URL, where the site stands for the world
 */
export function isSameOrigin(headers: Headers, siteUrl: string | undefined): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  const { host, origin: whole } = new URL(origin);
  return host === headers.get('host') || (siteUrl !== undefined && whole === new URL(siteUrl).origin);
}
