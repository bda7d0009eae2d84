import 'server-only';
import { cookiesOf } from './cookies';
import { seal, unseal } from './key';

/**
 * What a POST hands to the page that it leads to, where the address is no place for it: recovery codes and links that are
 * shown once, a mail address as it was typed. A sealed cookie; nobody but this server reads or writes it.
 */
export interface Notices {
  recoveryCodes: { codes: string[] };
  invited: { link: string; email: string; byMail: boolean };
  typed: Record<string, string>;
  /** What a job did, or would do. */
  jobReport: { name: string; dryRun: boolean; counts: Record<string, number> };
  auditCheck: { entries: number; backups: number; broken: { at: number; why: string } | null };
}

interface Sealed {
  kind: keyof Notices;
  /** Whom it is for: id of the member of staff; null before anybody is signed in. */
  staffId: string | null;
  until: number;
  value: unknown;
}

const COOKIE = 'desk_notice';
const MINUTES = 10;
const LONGEST = 3_000;

/** The cookie with a notice, as the value of a Set-Cookie header. */
export function noticeCookie<K extends keyof Notices>(
  kind: K,
  value: Notices[K],
  { staffId, https }: { staffId: string | null; https: boolean },
): string {
  const sealed = seal('notice', { kind, staffId, until: Date.now() + MINUTES * 60_000, value } satisfies Sealed);
  return `${COOKIE}=${sealed.length > LONGEST ? '' : sealed}; Path=/; Max-Age=${MINUTES * 60}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

/** The notice of a kind for this member of staff; null when there is none, or it is over. */
export function readNotice<K extends keyof Notices>(
  headers: Headers,
  kind: K,
  staffId: string | null,
): Notices[K] | null {
  const notice = unseal('notice', cookiesOf(headers).get(COOKIE) ?? '') as Sealed | null;
  if (!notice || notice.kind !== kind || notice.staffId !== staffId || notice.until < Date.now()) return null;
  return notice.value as Notices[K];
}

/** Takes the notice away. */
export function noNotice(https: boolean): string {
  return `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}
