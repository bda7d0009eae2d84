import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { contactKey, type Key, keyRing } from './keys';

/** Layout of a seal: version (1 byte), id of the key (4), nonce (12), tag (16), then the encrypted JSON. */
const VERSION = 1;
const NONCE_AT = 5;
const TAG_AT = 17;
const TEXT_AT = 33;

/** What was sealed cannot be read: with another key, cut off, or changed. */
export class SealError extends Error {
  override name = 'SealError';
}

/** What was sealed with a key that is not there; with the key it could be read. */
export class MissingKeyError extends SealError {
  override name = 'MissingKeyError';
}

/** Encrypts a value that JSON can hold (AES-256-GCM); the same value gives other bytes each time. */
export function seal(value: object): Uint8Array<ArrayBuffer> {
  const key = contactKey();
  const head = Buffer.concat([Buffer.of(VERSION), Buffer.from(key.id, 'hex')]);
  const nonce = randomBytes(TAG_AT - NONCE_AT);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce).setAAD(head);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  // A plain array of its own memory: what Prisma takes as Bytes.
  return new Uint8Array(Buffer.concat([head, nonce, cipher.getAuthTag(), text]));
}

/**
 * Reads what `seal` made.
 * @throws MissingKeyError when its key is not there, SealError when the bytes are not what was sealed
 */
export function unseal<T extends object>(bytes: Uint8Array): T {
  const sealed = Buffer.from(bytes);
  if (sealed.length < TEXT_AT || sealed[0] !== VERSION) throw new SealError('These bytes are no seal');
  const id = sealed.subarray(1, NONCE_AT).toString('hex');
  const key = keyRing().find((candidate) => candidate.id === id);
  if (!key) throw new MissingKeyError(`The key ${id} is not there (CONTACT_KEY, DATA_DIR/keys/contact.key)`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), sealed.subarray(NONCE_AT, TAG_AT))
      .setAAD(sealed.subarray(0, NONCE_AT))
      .setAuthTag(sealed.subarray(TAG_AT, TEXT_AT));
    const text = Buffer.concat([decipher.update(sealed.subarray(TEXT_AT)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as T;
  } catch {
    // The cause may hold a piece of what was sealed.
    throw new SealError('The sealed bytes were changed');
  }
}

const derived = new Map<string, Buffer>();

/** A key for one purpose, derived from the one that is kept, so that no two uses share one. */
export function deriveKey(key: Key, purpose: string): Buffer {
  const name = `${key.id} ${purpose}`;
  const cached = derived.get(name);
  if (cached) return cached;
  const made = Buffer.from(hkdfSync('sha256', key.bytes, 'solidarna-mapa', purpose, 32));
  derived.set(name, made);
  return made;
}

const sealingKey = (key: Key) => deriveKey(key, 'seal');

/** Reads what `seal` made; null when its key is not there. What was changed or cut off still throws. */
export function unsealIfKeyed<T extends object>(bytes: Uint8Array): T | null {
  try {
    return unseal<T>(bytes);
  } catch (error) {
    if (error instanceof MissingKeyError) return null;
    throw error;
  }
}
