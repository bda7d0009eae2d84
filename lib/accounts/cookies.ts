/** The cookies of a request, by name, as they were sent. */
export function cookiesOf(headers: Headers): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) found.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return found;
}

/** A cookie as a browser would send it back, from the value of a Set-Cookie header; null when it takes the cookie away. */
export function sentBack(setCookie: string): { name: string; value: string } | null {
  const [pair = ''] = setCookie.split(';', 1);
  const at = pair.indexOf('=');
  const value = pair.slice(at + 1).trim();
  return at <= 0 || value === '' || /;\s*max-age=0\b/i.test(setCookie)
    ? null
    : { name: pair.slice(0, at).trim(), value };
}
