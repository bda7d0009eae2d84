import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { zip } from '@/lib/shared/zip';

/** Reads an archive as unpackers do: from the end record over the directory to each file. */
function unpack(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [crc, size, nameLength, offset] = [
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    expect(archive.readUInt32LE(offset)).toBe(0x04034b50);
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const content = archive.subarray(start, start + size);
    expect(crc32(content)).toBe(crc);
    files.set(name, content);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

test('an archive gives back its files, byte for byte', async () => {
  const picture = Buffer.from(Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7) % 256));
  const entries = [
    { name: 'price.json', read: () => new TextEncoder().encode('{"naslov":"Čačak"}\n') },
    { name: 'photo-1.jpg', read: async () => picture },
  ];
  const parts: Uint8Array[] = [];
  for await (const part of zip(entries, new Date('2026-11-25T12:30:00Z'))) parts.push(part);
  const files = unpack(Buffer.concat(parts));
  expect([...files.keys()]).toEqual(['price.json', 'photo-1.jpg']);
  expect(files.get('price.json')?.toString()).toBe('{"naslov":"Čačak"}\n');
  expect(files.get('photo-1.jpg')?.equals(picture)).toBe(true);
});
