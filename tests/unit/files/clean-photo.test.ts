import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metadataIn } from '@/lib/files/clean/metadata';
import { cleanPhoto } from '@/lib/files/clean/photo';
import {
  animatedGif,
  animatedPng,
  animatedWebp,
  heicHead,
  hugePng,
  PLANTED,
  phonePhoto,
  plainPicture,
} from '@/tests/support/made-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clean-photo-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function clean(content: Buffer) {
  const input = path.join(folder, 'input');
  writeFileSync(input, content);
  const outcome = await cleanPhoto(input, folder);
  if (!outcome.ok) throw new Error(outcome.code);
  return {
    ...outcome,
    pictures: outcome.files.map((file) => ({ ...file, bytes: readFileSync(path.join(folder, file.file)) })),
  };
}

describe('a photo of a phone', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'as %s is stored without a byte of metadata, the original too',
    async (format) => {
      const photo = await phonePhoto(format);
      // The test would prove nothing if its own photo were clean.
      expect(photo.includes(PLANTED.owner)).toBe(true);
      const before = await sharp(photo).metadata();
      expect(before).toMatchObject({
        orientation: 6,
        exif: expect.anything(),
        xmp: expect.anything(),
        icc: expect.anything(),
      });
      expect(metadataIn(photo, format === 'jpeg' ? 'jpg' : format)).not.toEqual([]);

      const { pictures } = await clean(photo);
      expect(pictures.map(({ file }) => file)).toContain(`original.${format === 'jpeg' ? 'jpg' : format}`);
      for (const { file, format: as, bytes } of pictures) {
        for (const word of Object.values(PLANTED)) expect(bytes.includes(word), `${word} in ${file}`).toBe(false);
        const { exif, xmp, iptc, icc, orientation, space } = await sharp(bytes).metadata();
        expect({ file, exif, xmp, iptc, icc, orientation, space }).toEqual({ file, space: 'srgb' });
        expect(metadataIn(bytes, as as 'jpg'), file).toEqual([]);
      }
    },
  );

  it('is turned the right way up, and no wider than it was', async () => {
    const { pictures } = await clean(await phonePhoto('jpeg', { width: 1_200, height: 900, orientation: 6 }));
    const sizes = pictures.map(({ file, width, height }) => `${file} ${width}x${height}`);
    expect(sizes).toEqual([
      'original.jpg 900x1200',
      'w480.avif 480x640',
      'w480.webp 480x640',
      'w480.jpg 480x640',
      'w960.avif 900x1200',
      'w960.webp 900x1200',
      'w960.jpg 900x1200',
    ]);
    // Its left half, red, is above after a turn to the right.
    const [top] = [
      ...(await sharp(pictures[3]?.bytes).extract({ left: 200, top: 20, width: 1, height: 1 }).raw().toBuffer()),
    ];
    expect(top).toBeGreaterThan(150);
  });

  it('says where it was taken', async () => {
    const { place } = await clean(await phonePhoto());
    expect(place?.lat).toBeCloseTo(43.8914, 4);
    expect(place?.lng).toBeCloseTo(20.3497, 4);
    expect((await clean(await plainPicture(30, 30).jpeg().toBuffer())).place).toBeNull();
  });

  it('keeps an original of at most 4096 pixels', async () => {
    const { files } = await clean(await plainPicture(6_000, 3_000).jpeg().toBuffer());
    expect(files[0]).toMatchObject({ file: 'original.jpg', width: 4_096, height: 2_048 });
    expect(files.map(({ name }) => name)).toContain('w1600');
  });

  it('shows white where a PNG is transparent and the format cannot say so', async () => {
    const { pictures } = await clean(
      await sharp({ create: { width: 40, height: 40, channels: 4, background: '#00000000' } })
        .png()
        .toBuffer(),
    );
    const jpeg = pictures.find(({ file }) => file === 'w480.jpg')?.bytes;
    expect((await sharp(jpeg).raw().toBuffer())[0]).toBeGreaterThan(250);
  });
});

describe('what is no photo, or more than one', () => {
  it.each([
    ['a photo in HEIC', async () => heicHead(), 'heic'],
    ['an animated GIF', animatedGif, 'animated'],
    ['an animated WebP', animatedWebp, 'animated'],
    ['an animated PNG', animatedPng, 'animated'],
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'notAPicture',
    ],
    ['a page that ends in .jpg', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'notAPicture'],
    ['a TIFF', () => plainPicture(9, 9).tiff().toBuffer(), 'notAPicture'],
    ['nothing', async () => Buffer.alloc(0), 'notAPicture'],
    ['200 megapixels in a small file', async () => hugePng(20_000, 10_000), 'tooManyPixels'],
    ['a bomb of 65000 x 65000', async () => hugePng(65_000, 65_000), 'tooManyPixels'],
  ] as const)('%s is refused', async (_, make, code) => {
    await expect(clean(await make())).rejects.toThrow(code);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('a %s that was cut off is broken', async (format) => {
    const whole = await phonePhoto(format, { width: 2_000, height: 1_500 });
    await expect(clean(whole.subarray(0, Math.floor(whole.length * 0.6)))).rejects.not.toThrow('tooManyPixels');
  });
});

describe('a file of two kinds', () => {
  it.each([
    ['a ZIP', Buffer.from('PK\u0003\u0004 planted-tail', 'latin1')],
    ['a page', Buffer.from('<script>planted-tail</script>')],
    ['a document', Buffer.from('%PDF-1.4 planted-tail %%EOF')],
  ])('a photo with %s behind it is stored without that', async (_, tail) => {
    const photo = Buffer.concat([await plainPicture(60, 40).jpeg().toBuffer(), tail]);
    const { pictures } = await clean(photo);
    for (const { bytes, file } of pictures) expect(bytes.includes('planted-tail'), file).toBe(false);
  });
});
