import 'server-only';
import { randomBytes } from 'node:crypto';
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
/** Of a cookie; what is longer waits in this process, and the cookie names it. */
const LONGEST = 3_000;
const WAITING = 'waiting.';
/** Two long texts of 200 people at once. */
const MOST_WAITING = 200;

// The form and the page that it leads to are of different bundles of one process.
const shared = globalThis as unknown as { __longNotices?: Map<string, { sealed: string; until: number }> };
function longOnes(): Map<string, { sealed: string; until: number }> {
  shared.__longNotices ??= new Map();
  return shared.__longNotices;
}

/** The cookie with a notice, as the value of a Set-Cookie header. */
export function noticeCookie<K extends keyof Notices>(
  kind: K,
  value: Notices[K],
  { staffId, https }: { staffId: string | null; https: boolean },
): string {
  const sealed = seal('notice', { kind, staffId, until: Date.now() + MINUTES * 60_000, value } satisfies Sealed);
  return `${COOKIE}=${sealed.length > LONGEST ? letWait(sealed) : sealed}; Path=/; Max-Age=${MINUTES * 60}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

function letWait(sealed: string): string {
  const waiting = longOnes();
  const now = Date.now();
  for (const [name, { until }] of waiting) if (until < now || waiting.size >= MOST_WAITING) waiting.delete(name);
  const name = `${WAITING}${randomBytes(16).toString('hex')}`;
  waiting.set(name, { sealed, until: now + MINUTES * 60_000 });
  return name;
}

/** The notice of a kind for this member of staff; null when there is none, or it is over. */
export function readNotice<K extends keyof Notices>(
  headers: Headers,
  kind: K,
  staffId: string | null,
): Notices[K] | null {
  const sent = cookiesOf(headers).get(COOKIE) ?? '';
  const sealed = sent.startsWith(WAITING) ? (longOnes().get(sent)?.sealed ?? '') : sent;
  const notice = unseal('notice', sealed) as Sealed | null;
  if (!notice || notice.kind !== kind || notice.staffId !== staffId || notice.until < Date.now()) return null;
  return notice.value as Notices[K];
}

/** Takes the notice away. */
export function noNotice(https: boolean): string {
  return `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}
