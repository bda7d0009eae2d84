import 'server-only';
import { randomBytes } from 'node:crypto';
import { hmac, safeEqual } from '@/lib/secrets';

/**
 * When a form was given out, in a hidden field that only this server can write. A program that posts at once, or without
 * ever having seen the form, is told from a person by it. It judges, and never blocks: a stamp that is wrong in whatever
 * way costs points (spam.ts), and what was typed is kept.
 */

/** Name of the hidden field. */
export const STAMP_FIELD = 'formTime';
/** Nobody reads and answers a page of questions in less, in seconds. */
export const MINIMUM_FILL_SECONDS = 3;
/** A form that is left open over a weekend is a usual thing; one of more than a month was kept by a program. */
export const MAXIMUM_AGE_SECONDS = 35 * 24 * 3600;

const PURPOSE = 'form-stamp';

export type StampVerdict =
  | { ok: true; ageSeconds: number }
  | { ok: false; reason: 'missing' | 'forged' | 'tooFast' | 'tooOld' };

/** A stamp for a form that is shown now. @param now milliseconds since 1970 */
export function formStamp(now: number = Date.now()): string {
  const text = `${Math.floor(now / 1000).toString(36)}.${randomBytes(6).toString('base64url')}`;
  return `${text}.${sign(text)}`;
}

/** Reads the stamp that came back with a form. @param now milliseconds since 1970 */
export function checkStamp(stamp: unknown, now: number = Date.now()): StampVerdict {
  if (typeof stamp !== 'string' || stamp === '') return { ok: false, reason: 'missing' };
  const [, text, time, signature] = /^(([0-9a-z]{1,9})\.[\w-]{8})\.([\w-]{10,100})$/.exec(stamp) ?? [];
  if (!text || !time || !signature || !safeEqual(signature, sign(text))) return { ok: false, reason: 'forged' };
  const ageSeconds = now / 1000 - Number.parseInt(time, 36);
  if (ageSeconds < MINIMUM_FILL_SECONDS) return { ok: false, reason: 'tooFast' };
  return ageSeconds > MAXIMUM_AGE_SECONDS ? { ok: false, reason: 'tooOld' } : { ok: true, ageSeconds };
}

function sign(text: string): string {
  return hmac(text, PURPOSE);
}
