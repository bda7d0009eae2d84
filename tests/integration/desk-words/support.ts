import sharp from 'sharp';
import type { Staff } from '@/lib/accounts/access-rules';
import type { Role } from '@/lib/accounts/permissions';

/** A member of staff who is wholly signed in. */
export const staff = (role: Role, id = `${role}-1`): Staff => ({
  ...{ kind: 'staff', themes: null, id, role, name: `Osoba ${id}`, email: `${id}@primer.example`, locale: 'sr-Latn' },
  ...{ sessionId: 's', hasFactor: true, factorAt: new Date('2026-11-25T10:00:00Z') },
});

/** A red photo with a bright sheet in it, which a black box covers; `blue` makes each another one. */
export async function brightPhoto(width = 1_200, height = 800, blue = 40): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: { r: 208, g: 64, b: blue } } })
      .composite([
        {
          input: await sharp({ create: { width: 300, height: 200, channels: 3, background: '#f8f8f0' } })
            .png()
            .toBuffer(),
          left: 400,
          top: 200,
        },
      ])
      .jpeg({ quality: 92 })
      .toBuffer(),
  );
}

/** Brightest channel in a part of a picture, given in percent. */
export async function brightest(picture: Buffer, part: { x: number; y: number; width: number; height: number }) {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (percent: number, whole: number) => Math.round((percent / 100) * whole);
  let most = 0;
  for (let y = at(part.y, info.height); y < at(part.y + part.height, info.height); y++) {
    for (let x = at(part.x, info.width); x < at(part.x + part.width, info.width); x++) {
      for (let c = 0; c < info.channels; c++)
        most = Math.max(most, data[(y * info.width + x) * info.channels + c] ?? 0);
    }
  }
  return most;
}
