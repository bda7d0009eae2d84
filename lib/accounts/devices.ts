import 'server-only';
import { newSecret, safeEqual } from '@/lib/secrets';
import { hmac } from './key';

/** A browser from which somebody was signed in; it is no right to anything, only a budget of tries of its own. */
const COOKIE = 'desk_device';
const DAYS = 180;

/**
 * The device that a request comes from, if this account was signed in there before (OWASP's "device cookie").
 * @param email in small letters
 */
export function deviceOf(cookies: ReadonlyMap<string, string>, email: string): string | null {
  const [id = '', mark = ''] = (cookies.get(COOKIE) ?? '').split('.');
  return id !== '' && safeEqual(mark, markOf(id, email)) ? id : null;
}

/** The cookie by which the device is known from now on, as the value of a Set-Cookie header. */
export function deviceCookie(email: string, https: boolean): string {
  const id = newSecret();
  return `${COOKIE}=${id}.${markOf(id, email)}; Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

function markOf(id: string, email: string): string {
  return hmac('device', `${id} ${email}`);
}
