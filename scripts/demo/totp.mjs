import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;

/**
 * The code that an app on a phone would show (RFC 6238: SHA-1, six digits, half minutes).
 * @param {string} secret base32; blanks do not count
 * @param {number} [now] milliseconds
 * @returns {{ code: string, seconds: number }} and for how many seconds more it is shown
 */
export function totp(secret, now = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 1000 / STEP_SECONDS)));
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 0xf;
  const number = (hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000;
  return {
    code: String(number).padStart(6, '0'),
    seconds: STEP_SECONDS - (Math.floor(now / 1000) % STEP_SECONDS),
  };
}

/** @param {string} text */
function fromBase32(text) {
  let bits = '';
  for (const letter of text.replace(/[\s=]/g, '').toUpperCase()) {
    bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0');
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
