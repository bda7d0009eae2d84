import 'server-only';
import { settings } from '@/lib/env';
import { hashSecret, isSecretShaped } from '@/lib/secrets';

/** The cookie that holds the secret of the draft which this browser writes; set when something is saved, and only then. */
export const DRAFT_COOKIE = 'story_draft';
const MAX_AGE_SECONDS = 28 * 24 * 60 * 60;

/** The draft's secret in a `Cookie` header; null when there is none. */
export function draftSecretOf(cookies: string | null): string | null {
  for (const part of (cookies ?? '').split(';')) {
    const [name = '', value = ''] = part.trim().split('=');
    if (name === DRAFT_COOKIE) return isSecretShaped(value) ? value : null;
  }
  return null;
}

/** The value of `Set-Cookie` for a draft; null takes the cookie away. */
export function draftCookie(secret: string | null): string {
  const secure = settings().SITE_URL?.startsWith('https://') ? '; Secure' : '';
  const age = secret === null ? 0 : MAX_AGE_SECONDS;
  return `${DRAFT_COOKIE}=${secret ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}

/** What the browser may know a draft by, to tell its own waiting texts apart; opens nothing. */
export function draftName(secret: string | null): string {
  return secret === null ? 'new' : hashSecret(secret).slice(0, 12);
}
