import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDir, settings } from '@/lib/env';

/** A key of 256 bits with the short name that stands in what it sealed. */
export interface Key {
  /** First four bytes of the key's SHA-256, hex. */
  id: string;
  bytes: Buffer;
}

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** Where the key stands that is made at the first start. */
export function contactKeyFile(): string {
  return path.join(dataDir(), 'keys', 'contact.key');
}

const known = new Map<string, Key[]>();

/**
 * The key that encrypts contacts: the setting CONTACT_KEY, else the file DATA_DIR/keys/contact.key, which is made at the
 * first use (0600, in a folder of 0700).
 * @throws when the file holds no key, or cannot be read or made
 */
export function contactKey(): Key {
  const [first] = keyRing();
  if (!first) throw new Error('There is no contact key');
  return first;
}

/**
 * The key to seal with, then the others that old seals may need: when CONTACT_KEY is set later, what was sealed with the
 * file's key can still be read as long as the file is there.
 */
export function keyRing(): readonly Key[] {
  const fromSettings = settings().CONTACT_KEY;
  const file = contactKeyFile();
  const name = `${fromSettings ?? ''} ${file}`;
  const ring = known.get(name);
  if (ring) return ring;
  const made = fromSettings
    ? [toKey(fromSettings), ...(existsSync(file) ? [readKeyFile(file)] : [])]
    : [readKeyFile(makeKeyFile(file))];
  known.set(name, made);
  return made;
}

function toKey(hex: string): Key {
  const bytes = Buffer.from(hex, 'hex');
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

function readKeyFile(file: string): Key {
  const hex = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error(`${file} holds no key: 64 hexadecimal digits are expected`);
  // A backup that was copied back often comes with wider rights.
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, OWNER_ONLY);
  return toKey(hex);
}

/** Two processes that start together must end with one key: the file is linked to its name only where none is yet. */
function makeKeyFile(file: string): string {
  if (existsSync(file)) return file;
  mkdirSync(path.dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
  chmodSync(path.dirname(file), OWNER_ONLY_FOLDER);
  const part = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(part, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: OWNER_ONLY, flag: 'wx', flush: true });
  try {
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part);
  }
  return file;
}
