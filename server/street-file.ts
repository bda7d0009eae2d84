import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { STREET_FILE_ADDRESS } from '@/lib/map/streets';

/** Proxies must not compress it either: a piece of it is asked for by its place in the file. */
const CACHE_CONTROL = 'public, max-age=3600, no-transform';

/** The bytes that were asked for, from the first to the last, both included. */
interface ByteRange {
  first: number;
  last: number;
}

/**
 * Serves one file in pieces (RFC 9110, section 14), from the one address it has. It may be replaced while the server
 * runs: another file has another ETag.
 * @returns a function that answers a request for the file, or returns false when something else is asked for
 */
export function createStreetFile(file: string): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    if ((req.url ?? '').split('?', 1)[0] !== STREET_FILE_ADDRESS) return false;
    sendFile(file, req, res).catch(() => {
      // Nothing can be said any more once the head has gone out: a broken-off answer is seen as one.
      if (res.headersSent) res.destroy();
      else sendNotThere(res);
    });
    return true;
  };
}

async function sendFile(file: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const handle = await open(file);
  try {
    await sendOpened(handle, req, res);
  } finally {
    await handle.close();
  }
}

async function sendOpened(handle: FileHandle, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { size, mtime } = await handle.stat();
  const etag = `"${size.toString(36)}-${mtime.getTime().toString(36)}"`;
  res.setHeader('Content-Type', 'application/vnd.pmtiles');
  res.setHeader('Accept-Ranges', 'bytes');
  res.setHeader('Cache-Control', CACHE_CONTROL);
  res.setHeader('ETag', etag);
  if (isKnown(req.headers['if-none-match'], etag)) {
    res.writeHead(304).end();
    return;
  }
  const range = isRangeMeant(req, etag) ? parseRange(req.headers.range ?? '', size) : null;
  if (range === 'outside') {
    res.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
    return;
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  res.writeHead(range ? 206 : 200, {
    'Content-Length': last - first + 1,
    ...(range ? { 'Content-Range': `bytes ${first}-${last}/${size}` } : {}),
  });
  if (req.method === 'HEAD') res.end();
  else await pipeline(handle.createReadStream({ start: first, end: last, autoClose: false }), res);
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** Only GET knows ranges; with If-Range only those of the file that the visitor has a part of. */
function isRangeMeant({ method, headers }: IncomingMessage, etag: string): boolean {
  const ifRange = headers['if-range'];
  return method === 'GET' && (ifRange === undefined || ifRange === etag);
}

/**
 * Reads a Range header of one range.
 * @returns null when there is none to be followed (several at once, or malformed): then the whole file is the answer
 */
function parseRange(header: string, size: number): ByteRange | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'outside' : { first, last };
}

function sendNotThere(res: ServerResponse): void {
  for (const name of ['Accept-Ranges', 'ETag']) res.removeHeader(name);
  res.writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
  res.end('Not found\n');
}
