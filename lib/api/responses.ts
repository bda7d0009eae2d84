import { CORS } from './problems';

/**
 * Answers may be kept, and are asked about before each use: the directory may have changed. The tag is weak because the
 * server compresses these answers as each asker can take them.
 */
const revalidate = (etag: string) => ({ ETag: `W/${etag}`, 'Cache-Control': 'public, max-age=0, must-revalidate' });

/** 304 when the asker has this very answer already; otherwise null. */
export function notModified(request: Request, etag: string): Response | null {
  const known =
    request.headers
      .get('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return known.includes(etag) ? new Response(null, { status: 304, headers: { ...CORS, ...revalidate(etag) } }) : null;
}

export function jsonResponse(body: unknown, etag: string): Response {
  return new Response(JSON.stringify(body), {
    headers: { ...CORS, ...revalidate(etag), 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** A file made piece by piece, each piece when the reader has taken the one before. */
export function fileResponse(pieces: Iterator<string>, contentType: string, fileName: string, etag: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      ...CORS,
      ...revalidate(etag),
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
}

/** Answer to a browser's question before a request from another origin. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: { ...CORS, 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS', 'Access-Control-Max-Age': '86400' },
  });
}
