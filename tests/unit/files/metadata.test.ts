import { describe, expect, it } from 'vitest';
import { placeInExif } from '@/lib/files/clean/exif-place';
import { withoutJpegMetadata } from '@/lib/files/clean/jpeg-segments';
import { metadataIn } from '@/lib/files/clean/metadata';
import { PLANTED, phonePhoto, plainPicture } from '@/tests/support/made-files';

describe('what is left in a picture', () => {
  it.each([
    ['jpg', 'jpeg'],
    ['png', 'png'],
    ['webp', 'webp'],
    ['avif', 'avif'],
  ] as const)('%s: nothing in a plain one, everything is named in a phone’s', async (format, as) => {
    const plain = await plainPicture(40, 30).toFormat(as).toBuffer();
    expect(metadataIn(plain, format)).toEqual([]);
    const full = await plainPicture(40, 30)
      .withExif({ IFD0: { Artist: PLANTED.owner } })
      .toFormat(as)
      .toBuffer();
    expect(metadataIn(full, format)).not.toEqual([]);
    const profile = await plainPicture(40, 30).withIccProfile('p3').toFormat(as).toBuffer();
    expect(metadataIn(profile, format)).not.toEqual([]);
    expect(metadataIn(Buffer.concat([plain, Buffer.from('PK behind it')]), format)).not.toEqual([]);
    expect(metadataIn(plain.subarray(0, plain.length - 20), format)).not.toEqual([]);
  });

  it('finds IPTC and comments', async () => {
    const found = metadataIn(await phonePhoto(), 'jpg');
    expect(found).toEqual(expect.arrayContaining(['marker e1', 'marker e2', 'marker ed', 'marker fe']));
  });
});

it('a JPEG loses its metadata without being coded anew', async () => {
  const clean = withoutJpegMetadata(await phonePhoto()) as Buffer;
  expect(metadataIn(clean, 'jpg')).toEqual([]);
  for (const word of Object.values(PLANTED)) expect(clean.includes(word)).toBe(false);
  expect(withoutJpegMetadata(Buffer.from('no JPEG'))).toBeNull();
  expect(withoutJpegMetadata(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]))).toBeNull();
});

describe('a place in EXIF', () => {
  /** A block of one GPS directory, as a camera writes it. */
  function block(little: boolean, [latRef, lngRef]: string, lat: number[], lng: number[]): Buffer {
    const bytes = Buffer.alloc(160);
    const u16 = (value: number, at: number) =>
      little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
    const u32 = (value: number, at: number) =>
      little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
    const entry = (at: number, tag: number, type: number, count: number, value: number) => {
      u16(tag, at);
      u16(type, at + 2);
      u32(count, at + 4);
      if (type === 2) bytes.write(String.fromCharCode(value), at + 8);
      else u32(value, at + 8);
    };
    bytes.write(little ? 'II' : 'MM');
    u16(42, 2);
    u32(8, 4);
    u16(1, 8);
    entry(10, 0x8825, 4, 1, 26);
    u16(4, 26);
    entry(28, 1, 2, 2, (latRef ?? '').charCodeAt(0));
    entry(40, 2, 5, 3, 100);
    entry(52, 3, 2, 2, (lngRef ?? '').charCodeAt(0));
    entry(64, 4, 5, 3, 124);
    [...lat, ...lng].forEach((value, at) => void u32(value, 100 + at * 4));
    return bytes;
  }
  const CACAK = [43, 1, 53, 1, 2904, 100];

  it.each([
    [true, 'NE', [20, 1, 20, 1, 5880, 100], { lat: 43.8914, lng: 20.349667 }],
    [false, 'SW', [20, 1, 20, 1, 5880, 100], { lat: -43.8914, lng: -20.349667 }],
    [true, 'NE', [200, 1, 0, 1, 0, 1], null],
    [true, 'NE', [20, 1, 20, 1, 5880, 0], null],
  ])('%s %s', (little, refs, lng, place) => {
    const found = placeInExif(block(little, refs, CACAK, lng));
    if (place === null) return expect(found).toBeNull();
    expect(found?.lat).toBeCloseTo(place.lat, 4);
    expect(found?.lng).toBeCloseTo(place.lng, 4);
  });

  it('zeros, nothing and nonsense are no place', () => {
    expect(placeInExif(block(true, 'NE', [0, 1, 0, 1, 0, 1], [0, 1, 0, 1, 0, 1]))).toBeNull();
    expect(placeInExif(Buffer.alloc(0))).toBeNull();
    expect(placeInExif(Buffer.alloc(64, 0xff))).toBeNull();
  });
});
