import 'server-only';
import { randomInt } from 'node:crypto';
import { hmac } from './key';

/** Letters and digits that nobody takes for another one, in Latin. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODES = 10;
const LETTERS = 10;

/** Ten codes for the day when the phone is lost, 49 bits each: XXXXX-XXXXX. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

/** What is kept of a code. How it was typed (case, blanks, hyphens) makes no difference. */
export function recoveryCodeHash(staffId: string, typed: string): string {
  return hmac('recovery', `${staffId} ${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);
}

/** The list as better-auth reads it. */
export function storedCodes(staffId: string, codes: readonly string[]): string {
  return JSON.stringify(codes.map((code) => recoveryCodeHash(staffId, code)));
}

/** How many codes are left. */
export function countCodes(stored: string): number {
  const list: unknown = JSON.parse(stored);
  return Array.isArray(list) ? list.length : 0;
}
