import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetSettings } from '@/lib/env';
import {
  contactKey,
  contactKeyFile,
  hashSecret,
  hmac,
  isSecretShaped,
  newSecret,
  SealError,
  safeEqual,
  seal,
  secretFrom,
  unseal,
  unsealIfKeyed,
} from '@/lib/secrets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secrets-test-'));
  process.env.DATA_DIR = folder;
  process.env.CONTACT_KEY = '';
  forgetSettings();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  process.env.CONTACT_KEY = '';
  forgetSettings();
});

const writeKeyFile = (text: string, mode: number) => {
  mkdirSync(path.dirname(contactKeyFile()));
  writeFileSync(contactKeyFile(), text);
  chmodSync(contactKeyFile(), mode);
};
const useKey = (key: string) => {
  process.env.CONTACT_KEY = key;
  forgetSettings();
};

describe('the key of the contacts', () => {
  it('is made once, for this user alone', () => {
    const { id } = contactKey();
    expect(statSync(contactKeyFile()).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(contactKeyFile())).mode & 0o777).toBe(0o700);
    expect(readFileSync(contactKeyFile(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(contactKey().id).toBe(id);
  });

  it('gets its strict rights back when it was copied back with wider ones', () => {
    writeKeyFile('c3'.repeat(32), 0o644);
    contactKey();
    expect(statSync(contactKeyFile()).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'not a key', 'c3'.repeat(31)])('that cannot be one is refused by the name of its file: %j', (text) => {
    writeKeyFile(text, 0o600);
    expect(() => contactKey()).toThrow(/contact\.key holds no key/);
  });
});

describe('a seal', () => {
  it('gives back what was sealed, of any kind', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (value) => {
        expect(unseal(seal(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('shows nothing of it, and is another one each time', () => {
    const one = Buffer.from(seal({ email: 'ana@primer.example' }));
    expect(one.toString('latin1')).not.toContain('ana');
    expect(one.equals(Buffer.from(seal({ email: 'ana@primer.example' })))).toBe(false);
  });

  it('that was changed anywhere is refused', () => {
    const sealed = seal({ email: 'ana@primer.example' });
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(changed), `byte ${at}`).toThrow(SealError);
    }
    expect(() => unseal(sealed.slice(0, -1))).toThrow(SealError);
    expect(() => unseal(new Uint8Array())).toThrow(SealError);
  });

  it('made with the key of the file can be read after CONTACT_KEY is set, and not without either', () => {
    const before = seal({ name: 'Ana' });
    useKey('a1'.repeat(32));
    expect(unseal(before)).toEqual({ name: 'Ana' });
    const after = seal({ name: 'Mira' });
    useKey('b2'.repeat(32));
    expect(() => unseal(after)).toThrow(/key .* is not there/);
    expect(unsealIfKeyed(after)).toBeNull();
    expect(() => unsealIfKeyed(after.slice(0, 10))).toThrow(SealError);
  });
});

describe('secrets', () => {
  it('have at least 128 bits and never come twice', () => {
    const many = new Set(Array.from({ length: 1000 }, newSecret));
    expect(many.size).toBe(1000);
    for (const secret of many) expect(secret).toMatch(/^[\w-]{32}$/);
  });

  it('are kept as hashes', () => {
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('that follow from another are always the same, and other ones for other purposes', () => {
    const secret = newSecret();
    expect(secretFrom(secret, 'status')).toBe(secretFrom(secret, 'status'));
    expect(secretFrom(secret, 'status')).not.toBe(secretFrom(secret, 'draft'));
    expect(isSecretShaped(secretFrom(secret, 'status'))).toBe(true);
  });

  it.each([null, undefined, 1, '', 'short', 'a'.repeat(65), 'a b'.repeat(10), "' OR 1=1 --".repeat(3), {}])(
    'that no program of ours made are not looked up: %j',
    (text) => expect(isSecretShaped(text)).toBe(false),
  );

  it('compare by value', () => {
    expect(safeEqual('abc', 'abc')).toBe(true);
    expect(safeEqual('abc', 'abd')).toBe(false);
    expect(safeEqual('abc', 'abcd')).toBe(false);
    expect(safeEqual('', '')).toBe(true);
  });
});

describe('a stand-in for an address', () => {
  it('depends on the text, the purpose and the key', () => {
    useKey('a1'.repeat(32));
    const one = hmac('ana@primer.example', 'email');
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(hmac('ana@primer.example', 'email')).toBe(one);
    expect(hmac('ana@primer.example', 'other')).not.toBe(one);
    expect(hmac('mira@primer.example', 'email')).not.toBe(one);
    useKey('b2'.repeat(32));
    expect(hmac('ana@primer.example', 'email')).not.toBe(one);
  });
});
