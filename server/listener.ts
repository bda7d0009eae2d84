import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { TooBusyError } from '@/lib/shared/gate';
import { NOT_FOUND_HEADER } from '@/lib/site/not-found';
import { SHELL_HEADER } from '@/lib/site/visitor-part';
import type { ServerAnswer } from './answers';
import { FORM_ADDRESSES, sendAnswer } from './answers';
import type { RequestHandler } from './capture';
import { compressAnswer } from './compress';
import type { Log } from './log';
import { LOCALE_HEADER, ROUTED_HEADER } from './own-routes';
import type { PageCache } from './page-cache';
import { isPublicPage } from './page-paths';
import { ALLOWED_METHODS, carriesFiles, refusalOf, repairQuery } from './request-checks';
import { createNonce, fixedHeaders, NO_CONTENT_POLICY, resourcePolicy } from './security-headers';
import { themeOf } from './theme';

/** What the server is doing; only a ready one answers with pages. */
export type Phase = { name: 'starting'; reason: string } | { name: 'ready' } | { name: 'stopping' };

export interface ListenerOptions {
  /** What renders everything that is neither kept nor a file. */
  render: RequestHandler;
  /** null renders every page anew. */
  pageCache: PageCache | null;
  /** Answers with pages that have a part for each visitor; null renders them as a whole. */
  visitorPages: ((req: IncomingMessage, res: ServerResponse) => Promise<boolean>) | null;
  /** null leaves files to `render`. */
  staticFiles: ((req: IncomingMessage, res: ServerResponse) => boolean) | null;
  /** Gives out the streets of the map; null when the site has no file of them. */
  streetFile: ((req: IncomingMessage, res: ServerResponse) => boolean) | null;
  policy: (scripts: { nonce: string }) => string;
  https: boolean;
  phase: () => Phase;
  log: Log;
}

/** A navigation inside the app, which answers with data instead of a page. */
const APP_HEADERS = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-action',
];
/** The socket's address, for the limits (lib/abuse/client-address). The pages have no other way to know it. */
const SOCKET_ADDRESS_HEADER = 'x-client-address';
/** Headers by which this server speaks to the pages; a visitor's program must not. */
const OWN_HEADERS = [
  'x-theme',
  'x-request-id',
  SOCKET_ADDRESS_HEADER,
  'content-security-policy',
  'content-security-policy-report-only',
  ROUTED_HEADER,
  LOCALE_HEADER,
  SHELL_HEADER,
  NOT_FOUND_HEADER,
];

/** How long a body without files may take. */
const BODY_TIMEOUT_MS = 30_000;

/** Of a path; a made-up one can fill a line. */
const LONGEST_LOGGED = 200;

/** The listener of the HTTP server: every request passes through here once, from top to bottom. */
export function createListener(options: ListenerOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const fixed = Object.entries(fixedHeaders({ https: options.https }));

  return (req, res) => {
    const reference = randomBytes(5).toString('hex');
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    logWhenDone(req, res, path, reference, options.log);
    for (const [name, value] of fixed) res.setHeader(name, value);
    res.setHeader('Cross-Origin-Resource-Policy', resourcePolicy(path));
    res.setHeader('Content-Security-Policy', NO_CONTENT_POLICY);
    res.setHeader('X-Request-Id', reference);
    respond(req, res, path, reference).catch((error: unknown) => {
      if (!(error instanceof TooBusyError)) {
        options.log.error(`Failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`, {
          reference,
          path,
        });
      }
      if (res.headersSent) res.destroy();
      else sendAnswer(req, res, error instanceof TooBusyError ? { about: 'busy' } : { about: 'failed', reference });
    });
  };

  async function respond(req: IncomingMessage, res: ServerResponse, path: string, reference: string): Promise<void> {
    const refused = answerAtTheDoor(req, options.phase());
    if (refused) return sendAnswer(req, res, refused);
    if (!carriesFiles(req.method ?? '', req.url ?? '')) limitSlowness(req, res);
    req.url = repairQuery(req.url ?? '/');
    if (options.streetFile?.(req, res) || options.staticFiles?.(req, res)) return;
    if (path.startsWith('/_next/static/') && options.staticFiles) return notThere(res);
    for (const name of OWN_HEADERS) delete req.headers[name];
    req.headers['x-request-id'] = reference;
    if (req.socket.remoteAddress !== undefined) req.headers[SOCKET_ADDRESS_HEADER] = req.socket.remoteAddress;

    if (!path.startsWith('/api/') && !path.startsWith('/files/')) {
      if (options.pageCache && isKept(req) && (await options.pageCache.answer(req, res))) return;
      if (options.visitorPages && isWholePage(req) && (await options.visitorPages(req, res))) return;
      const policy = options.policy({ nonce: createNonce() });
      req.headers['content-security-policy'] = policy;
      res.setHeader('Content-Security-Policy', policy);
      const theme = themeOf(req.headers.cookie);
      if (theme) req.headers['x-theme'] = theme;
    }
    // What was typed and could not be saved is shown again by the address it was sent to; that page brings its own policy.
    if (FORM_ADDRESSES.some((form) => path.startsWith(form))) res.removeHeader('Content-Security-Policy');
    compressAnswer(req, res);
    await options.render(req, res);
  }
}

/** Files may come over a slow line for minutes (server/main.ts); any other body must be there soon. */
function limitSlowness(req: IncomingMessage, res: ServerResponse): void {
  if (Number(req.headers['content-length'] ?? 0) === 0) return;
  const timer = setTimeout(() => {
    if (!req.readableEnded && !res.headersSent) sendAnswer(req, res, { about: 'tooSlow' });
  }, BODY_TIMEOUT_MS);
  timer.unref();
  for (const event of ['end', 'close']) req.once(event, () => clearTimeout(timer));
}

function answerAtTheDoor(req: IncomingMessage, phase: Phase): ServerAnswer | null {
  const refusal = refusalOf({
    method: req.method ?? '',
    address: req.url ?? '',
    contentLength: req.headers['content-length'],
    transferEncoding: req.headers['transfer-encoding'],
  });
  if (refusal?.reason === 'longAddress') return { about: 'longAddress', field: refusal.field };
  if (refusal?.reason === 'method') return { about: 'method', allowed: ALLOWED_METHODS };
  if (refusal?.reason === 'uploadTooLarge') return { about: 'uploadTooLarge', drained: refusal.drained };
  if (refusal) return { about: refusal.reason };
  if (phase.name === 'starting') return { about: 'starting', reason: phase.reason };
  return phase.name === 'stopping' ? { about: 'stopping' } : null;
}

function isWholePage(req: IncomingMessage): boolean {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false;
  return APP_HEADERS.every((name) => req.headers[name] === undefined);
}

function isKept(req: IncomingMessage): boolean {
  return isWholePage(req) && isPublicPage(req.url ?? '');
}

// A file of an older build. A rendered page would be the wrong answer, and an expensive one.
function notThere(res: ServerResponse): void {
  res.writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
  res.end('Not found\n');
}

function logWhenDone(req: IncomingMessage, res: ServerResponse, path: string, reference: string, log: Log): void {
  const begun = performance.now();
  res.once('close', () => {
    const facts = { status: res.statusCode, ms: Math.round(performance.now() - begun), reference };
    const line = `${req.method} ${path.slice(0, LONGEST_LOGGED)}`;
    if (!res.writableFinished) log.debug(`${line} broken off by the visitor`, facts);
    else if (res.statusCode >= 500) log.error(line, facts);
    else if (res.statusCode >= 400) log.info(line, facts);
    else log.debug(line, facts);
  });
}
