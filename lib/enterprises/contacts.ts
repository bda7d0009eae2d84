/** Kinds of contact whose value is an address on the web. */
export const WEB_CONTACT_KINDS = ['website', 'shop', 'facebook', 'instagram', 'linkedin', 'x', 'youtube'] as const;
export const CONTACT_KINDS = [...WEB_CONTACT_KINDS, 'email', 'phone'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/**
 * An address of the web in one form: with its scheme (https where none is written), host in small letters, no slash
 * after a bare host.
 * @returns null when it is no address of a public host
 */
export function normalizeUrl(text: string): string | null {
  const trimmed = text.trim();
  const whole =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[\w.-]+\.\w+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!isWebAddress(whole)) return null;
  const { href, pathname, search, hash } = new URL(whole);
  return pathname === '/' && search === '' && hash === '' ? href.slice(0, -1) : href;
}

/** Whether a text is a whole address, with http or https and a host that has a dot. */
export function isWebAddress(text: string): boolean {
  if (/\s/.test(text)) return false;
  try {
    const { protocol, hostname, username } = new URL(text);
    return /^https?:$/.test(protocol) && /[^.]\.[^.]/.test(hostname) && username === '';
  } catch {
    return false;
  }
}

/** Country code of Serbia; numbers written with a leading zero are Serbian. */
const COUNTRY_CODE = '381';

/** A telephone number in E.164 ("+381112345678"). @returns null when it is none */
export function normalizePhone(text: string): string | null {
  const digits = text.replace(/[\s()/.\-–]/g, '');
  const whole = digits.replace(/^00/, '+').replace(/^0/, `+${COUNTRY_CODE}`);
  return /^\+[1-9]\d{6,14}$/.test(whole) ? whole : null;
}

/** An e-mail address with its host in small letters. @returns null when it is none */
export function normalizeEmail(text: string): string | null {
  const match = /^([^\s@<>",;:]+)@([^\s@<>",;:]+\.[^\s@<>",;:.]{2,})$/.exec(text.trim());
  return match ? `${match[1]}@${match[2]?.toLowerCase()}` : null;
}

/** A contact's value in the one form in which it is stored. @returns null when it is not of its kind */
export function normalizeContact(kind: ContactKind, value: string): string | null {
  if (kind === 'email') return normalizeEmail(value);
  if (kind === 'phone') return normalizePhone(value);
  return normalizeUrl(value);
}

/** Hosts on which many who have nothing to do with each other have their page. Their subdomains are somebody's own. */
const SHARED_HOSTS: ReadonlySet<string> = new Set(
  `facebook.com fb.com fb.me instagram.com linkedin.com youtube.com youtu.be x.com twitter.com tiktok.com linktr.ee
  google.com sites.google.com docs.google.com goo.gl bit.ly wordpress.com blogspot.com wixsite.com wix.com weebly.com
  etsy.com airbnb.com booking.com kupujemprodajem.com medium.com github.io github.com`.split(/\s+/),
);

/** The host that tells whose site an address is. @returns null for no address, and on platforms that many share */
export function hostKey(url: string): string | null {
  if (!isWebAddress(url)) return null;
  const host = new URL(url).hostname.replace(/^(www|m|sr-rs|rs-rs)\./, '');
  return SHARED_HOSTS.has(host) ? null : host;
}
