import 'server-only';
import { settings } from '@/lib/env';
import { seal, unseal } from './key';

/** For what a passkey is asked. A challenge of one is none of another. */
export type PasskeyPurpose = 'add' | 'signIn' | 'again';

/** Whom and what a challenge is for. */
export interface PasskeyUse {
  purpose: PasskeyPurpose;
  staffId: string;
  /** Session in which it was asked; null while a sign-in waits. */
  sessionId: string | null;
}

/** Shorter than spent ones are remembered (one-time-codes.ts), so that none is taken twice. */
const MINUTES = 8;

/** A challenge that tells by itself whom it is for and until when; nothing is written for it. */
export function makeChallenge({ purpose, staffId, sessionId }: PasskeyUse, now: Date): string {
  return seal('passkey', { purpose, staffId, sessionId, until: now.getTime() + MINUTES * 60_000 });
}

/** Whether a challenge is one of ours, for this use, and not over. */
export function isChallengeFor(challenge: string, use: PasskeyUse, now: Date): boolean {
  const found = unseal('passkey', challenge) as (PasskeyUse & { until: number }) | null;
  return (
    found !== null &&
    found.purpose === use.purpose &&
    found.staffId === use.staffId &&
    found.sessionId === use.sessionId &&
    found.until > now.getTime()
  );
}

/** Where passkeys are good: for one host name, on pages of one origin. */
export interface PasskeyPlace {
  rpID: string;
  origin: string;
}

/**
 * The place by the settings, never by what a request says of itself. Browsers give passkeys to https and to localhost only.
 * @returns null where the site has no address of that kind
 */
export function passkeyPlace(): PasskeyPlace | null {
  const { SITE_URL, PORT } = settings();
  const { protocol, hostname, origin } = new URL(SITE_URL ?? `http://localhost:${PORT}`);
  return protocol === 'https:' || hostname === 'localhost' ? { rpID: hostname, origin } : null;
}
