import 'server-only';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { contactKey } from './keys';
import { deriveKey } from './sealing';

/** Bytes of a secret: 192 bits. */
const SECRET_BYTES = 24;

/** A secret for a cookie or a mailed link, base64url, 32 signs. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Whether a text can be a secret of ours; what cannot is not looked up. */
export function isSecretShaped(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{22,64}$/.test(text);
}

/** What is kept of a secret: SHA-256, hex. A secret of ours cannot be guessed, so it needs no salt. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A secret that follows from another one, for another purpose: the same again each time, and of no use for finding the first. */
export function secretFrom(secret: string, purpose: string): string {
  return createHmac('sha256', deriveKey(contactKey(), `secret:${purpose}`))
    .update(secret)
    .digest('base64url')
    .slice(0, 32);
}

/**
 * A stand-in for a text that must not be kept (an e-mail or network address): the same text gives the same one, and
 * nobody without the key can try texts. Hex. Purposes cannot be compared with each other.
 */
export function hmac(text: string, purpose: string): string {
  return createHmac('sha256', deriveKey(contactKey(), `hmac:${purpose}`))
    .update(text)
    .digest('hex');
}

/** Compares two texts in a time that does not tell where they differ. */
export function safeEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
