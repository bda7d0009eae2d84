import { describe, expect, it } from 'vitest';
import { isEntryName, isUnfinished } from '@/lib/backup/archive-format';

const HASH = 'c40e50d739560be5725d9954ccff5943a2079c9fb0044dc92297c9131372e99b';

describe('what an archive may hold', () => {
  it.each([
    'manifest.json',
    'directory.db',
    'SHA256SUMS',
    'keys/contact.key',
    `files/c4/${HASH}`,
    `files/${HASH}.webp`,
  ])('%s', (name) => expect(isEntryName(name)).toBe(true));
  it.each([
    ...['../directory.db', '/etc/passwd', 'files/../../x', 'files/..', 'files/./x', 'files', 'files/', 'files//x'],
    ...['keys/a\\b', 'keys/a\0b', 'files/č', 'other/x', 'in-use.lock', 'backups/x', 'files/a b', 'C:/x', ''],
  ])('not %j', (name) => expect(isEntryName(name)).toBe(false));
});

describe('what is being written', () => {
  it.each([`${HASH}.part`, `${HASH}.tmp`, `${HASH}.tmp-4f2a`, 'contact.key.4711.0a1b2c3d', '.hidden'])(
    '%s is left out',
    (name) => expect(isUnfinished(name)).toBe(true),
  );
  it.each([HASH, `${HASH}.avif`, `${HASH}-800.webp`, 'contact.key'])('%s is not', (name) =>
    expect(isUnfinished(name)).toBe(false),
  );
});
