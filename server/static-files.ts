import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/** Where the build leaves everything that is served as a file, laid out by address, each with its .br and .gz. */
export const SERVED_FOLDER = '.next/served';

const YEAR = 31_536_000;
const HOUR = 3_600;

/**
 * Serves the files of the build and of public/.
 * @returns a function that answers a request for a file, or returns false when there is no such file
 */
export function createStaticFiles(folder: string): (req: IncomingMessage, res: ServerResponse) => boolean {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (res, pathname) => res.setHeader('Cache-Control', cacheControlOf(pathname)),
  });
  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    // Every file of ours has an ending; pages have none.
    if (!path.includes('.')) return false;
    // sirv leaves the stream's errors alone, and an error nobody listens to ends the process (a file gone since the start).
    res.once('pipe', (file) => file.once('error', () => res.destroy()));
    let found = true;
    serve(req, res, () => {
      found = false;
    });
    return found;
  };
}

/** Names that carry a hash of their content never change what they mean. */
export function cacheControlOf(pathname: string): string {
  const forever = pathname.startsWith('/_next/static/') || /[.-][0-9a-f]{8,}\.[a-z0-9]+$/.test(pathname);
  return forever ? `public, max-age=${YEAR}, immutable` : `public, max-age=${HOUR}`;
}
