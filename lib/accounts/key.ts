import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDir } from '@/lib/env';

/**
 * The key of the staff accounts: it signs the cookies and encrypts the secrets of the second factors, so that the database
 * alone opens nothing. It lies beside the database, not in it; whoever loses it signs everybody out and has to reset the
 * second factors (`npm run staff -- reset-factor EMAIL`).
 */
const FILE = path.join('keys', 'staff.key');
const BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

let known: { file: string; key: Buffer; derived: Map<string, string> } | undefined;

/** The key and what was made of it; read at first use, readable by the owner alone. @throws Error when the file holds no key */
function staffKey() {
  const file = path.join(dataDir(), FILE);
  if (known?.file !== file) known = { file, key: readOrMake(file), derived: new Map() };
  return known;
}

function readOrMake(file: string): Buffer {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two processes that begin at once, one makes it and the other reads it.
    writeFileSync(file, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== BYTES) throw new Error(`${file} does not hold a key of ${BYTES * 2} hexadecimal digits`);
  return key;
}

/** A key for one purpose, made of the one key; hex. */
export function keyFor(purpose: string): string {
  const { key, derived } = staffKey();
  const made = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', purpose, BYTES)).toString('hex');
  derived.set(purpose, made);
  return made;
}

/** HMAC-SHA-256 of a text for one purpose; hex. Stands for the text where it must not be kept. */
export function hmac(purpose: string, text: string): string {
  return createHmac('sha256', keyFor(purpose)).update(text).digest('hex');
}

/** Encrypts something for one purpose (AES-256-GCM); base64url, for a cookie. */
export function seal(purpose: string, value: unknown): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(keyFor(purpose), 'hex'), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** Undoes `seal`; null for whatever we did not seal. */
export function unseal(purpose: string, sealed: string): unknown {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(keyFor(purpose), 'hex'),
      bytes.subarray(0, NONCE_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  } catch {
    return null;
  }
}
