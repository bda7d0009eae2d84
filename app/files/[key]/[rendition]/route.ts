import { Readable } from 'node:stream';
import { requireStaff } from '@/lib/accounts/access';
import { readFileFor, type ServedFile } from '@/lib/files/queries';
import { draftSecretOf } from '@/lib/story-form/draft-cookie';

interface Context {
  params: Promise<{ key: string; rendition: string }>;
}

/**
 * A photo in one size and format, or a document. A public one may be kept for a minute and is then asked for again, because a
 * withdrawn story must be gone within one; everything else is for one visitor. What there is not and what one may not see
 * give the same answer.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key, rendition } = await params;
  const statusSecret = new URL(request.url).searchParams.get('t');
  const served = await readFileFor(key, rendition, {
    draftSecret: draftSecretOf(request.headers.get('cookie')),
    statusSecret,
    isStaff: async () => (await requireStaff('readQueue', request.headers)).ok,
  });
  if (!served)
    return new Response('Not found\n', { status: 404, headers: { ...PRIVATE, 'Content-Type': 'text/plain' } });
  const headers = headersOf(served);
  const isKnown = request.headers.get('if-none-match') === headers.ETag;
  if (isKnown || request.method === 'HEAD') {
    await served.handle.close();
    if (isKnown) return new Response(null, { status: 304, headers });
    return new Response(null, { headers: { ...headers, 'Content-Type': served.type } });
  }
  const stream = served.handle.createReadStream();
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: { ...headers, 'Content-Type': served.type, 'Content-Length': String(served.bytes) },
  });
}

const PRIVATE = { 'Cache-Control': 'private, no-store' };
const PUBLIC = { 'Cache-Control': 'public, max-age=60, must-revalidate' };

function headersOf({ sha256, isPublic, downloadName }: ServedFile): Record<string, string> {
  return {
    ...(isPublic ? PUBLIC : PRIVATE),
    ETag: `"${sha256.slice(0, 32)}"`,
    // Whatever a browser makes of it, it runs nothing and reaches nothing. A second policy beside the server's own.
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...(downloadName === null ? {} : { 'Content-Disposition': attachment(downloadName) }),
  };
}

/** The name is only proposed to whoever saves the document, and always ends in .pdf. */
function attachment(name: string): string {
  const stem = name.replace(/\.pdf$/i, '').replace(/[\\/:*?"<>|%;]/g, '_');
  return `attachment; filename="dokument.pdf"; filename*=UTF-8''${encodeURIComponent(`${stem}.pdf`).replace(/['()*]/g, escape)}`;
}
