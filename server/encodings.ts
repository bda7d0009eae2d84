import { promisify } from 'node:util';
import zlib from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * Levels for what is made per request or per write; docs/decisions/0007 has the measurements.
 * Static files are compressed once, at the build, with the highest (scripts/setup/precompress.mjs).
 */
export const PAGE_BROTLI_QUALITY = 5;
export const PAGE_GZIP_LEVEL = 6;
export const STREAM_BROTLI_QUALITY = 3;
export const STREAM_GZIP_LEVEL = 1;
/** A window of 256 kB instead of 4 MB: the same size to within a byte here, and flat memory with many streams at once. */
export const STREAM_BROTLI_WINDOW = 18;

/** The encoding to answer with: brotli before gzip before none, of those that the visitor's program takes. */
export function preferredEncoding(acceptEncoding: string | string[] | undefined): Encoding {
  const taken = new Set<string>();
  for (const part of String(acceptEncoding ?? '').split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    const refused = parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
    if (!refused) taken.add(name.trim());
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

const brotliCompress = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Compresses a whole page off the main thread. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzip(body, { level: PAGE_GZIP_LEVEL });
  if (encoding === 'identity') return body;
  return brotliCompress(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: PAGE_BROTLI_QUALITY,
      [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** Undoes `encode`. */
export function decode(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return zlib.gunzipSync(body);
  return encoding === 'br' ? zlib.brotliDecompressSync(body) : body;
}
