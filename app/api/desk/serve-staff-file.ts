import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** Hands out a file to one member of staff: no cache keeps it, and whatever a browser makes of it, it runs nothing. */
export function serveStaffFile(file: { handle: FileHandle; bytes: number; type: string }, name?: string): Response {
  const stream = file.handle.createReadStream();
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Type': file.type,
      'Content-Length': String(file.bytes),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      ...(name && { 'Content-Disposition': `attachment; filename="${name}"` }),
    },
  });
}

/** What there is not and what one may not see give the same answer. */
export function noStaffFile(): Response {
  return new Response('Not found\n', {
    status: 404,
    headers: { 'Cache-Control': 'private, no-store', 'Content-Type': 'text/plain' },
  });
}
