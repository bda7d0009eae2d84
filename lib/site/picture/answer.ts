import 'server-only';
import { ImageResponse } from 'next/og';
import type { ReactElement } from 'react';
import { pictureFonts } from './fonts';

const SIZE = { width: 1200, height: 630 };

/** Drawing takes about a tenth of a second, so the pictures asked for last stay in memory. */
const MAX_KEPT = 100;
const kept = new Map<string, ArrayBuffer>();

/**
 * A picture as PNG, drawn once.
 * @param key tells apart pictures that look different, and a picture from its older state
 */
export async function answerPicture(key: string, draw: () => ReactElement): Promise<Response> {
  const known = kept.get(key);
  const png = known ?? (await new ImageResponse(draw(), { ...SIZE, fonts: await pictureFonts() }).arrayBuffer());
  kept.delete(key);
  kept.set(key, png);
  const oldest = kept.keys().next();
  if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
  return new Response(png, { headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' } });
}
