import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale, type Locale, localeOfPath } from '@/lib/i18n/locales';
import { NOT_FOUND_HEADER } from '@/lib/site/not-found';
import { sendAnswer } from './answers';
import { captureAnswer, type RequestHandler } from './capture';
import { LOCALE_HEADER, ROUTED_HEADER } from './own-routes';

const NOT_FOUND = 404;
const FAILED = 500;
/** What the page is told of the request: its scripts' policy, its look. */
const TAKEN_ALONG = ['host', 'content-security-policy', 'x-forwarded-proto', 'x-request-id', 'x-theme'];
const EMPTY = [NOT_FOUND, FAILED];
/** Headers of the empty answer that are not the page's. */
const NOT_THE_PAGE = ['content-length', 'transfer-encoding', 'etag'];

/**
 * Answers with a whole page where nothing is found, and in a sentence where a page has failed. Next sends an empty one for both, which
 * a script fills: without scripts, or before they are there, the window would stay white.
 */
export function withWholeAnswers(render: RequestHandler): RequestHandler {
  return (req, res) => {
    if (!isPage(req)) return render(req, res);
    const locale = localeOf(req.url ?? '/');
    const headers = headersFor(req, locale);
    onEmptyAnswer(res, async (status) => {
      if (status === FAILED) return sendAnswer(req, res, { about: 'failed', reference: headers['x-request-id'] ?? '' });
      const page = await captureAnswer(render, `/${locale}/not-found`, headers);
      for (const name of NOT_THE_PAGE) res.removeHeader(name);
      res.statusCode = NOT_FOUND;
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(req.method === 'HEAD' ? undefined : page.body);
    });
    return render(req, res);
  };
}

function isPage({ method, url = '', headers }: IncomingMessage): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || headers.rsc !== undefined) return false;
  return headers[NOT_FOUND_HEADER] === undefined && !/^\/(?:api|files|og|_next)\//.test(url);
}

/** Of an address as it was asked for, or of the route that it was taken to. */
function localeOf(address: string): Locale {
  const [, first = ''] = address.split(/[/?#]/, 2);
  return isLocale(first) ? first : localeOfPath(address.split(/[?#]/, 1)[0] ?? '/');
}

function headersFor({ headers }: IncomingMessage, locale: Locale): Record<string, string> {
  const taken = TAKEN_ALONG.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return {
    ...Object.fromEntries(taken),
    ...{ accept: 'text/html', 'user-agent': 'not-found', [ROUTED_HEADER]: '1', [LOCALE_HEADER]: locale },
    [NOT_FOUND_HEADER]: '1',
  };
}

type Write = ServerResponse['write'];
type End = ServerResponse['end'];
type WriteHead = ServerResponse['writeHead'];

/** Lets nothing of a page go out that says "not found" or "failed", and calls `answer` in its place. */
function onEmptyAnswer(res: ServerResponse, answer: (status: number) => Promise<void>): void {
  const { writeHead, write, end } = res;
  let isHeld = false;
  const holds = () => {
    if (!isHeld && !res.headersSent && EMPTY.includes(res.statusCode) && isHtml(res)) isHeld = true;
    return isHeld;
  };
  const letGo = () => Object.assign(res, { writeHead, write, end });
  res.writeHead = function head(this: ServerResponse, status: number, ...rest: unknown[]) {
    res.statusCode = status;
    return holds() ? res : (writeHead as (...args: unknown[]) => ServerResponse).call(res, status, ...rest);
  } as WriteHead;
  res.write = function part(this: ServerResponse, ...args: unknown[]) {
    if (!holds()) return (write as (...args: unknown[]) => boolean).apply(res, args);
    callBack(args);
    return true;
  } as Write;
  res.end = function over(this: ServerResponse, ...args: unknown[]) {
    if (!holds()) return (end as (...args: unknown[]) => ServerResponse).apply(res, args);
    letGo();
    callBack(args);
    answer(res.statusCode).catch((error: unknown) => res.destroy(error instanceof Error ? error : undefined));
    return res;
  } as End;
}

const isHtml = (res: ServerResponse) => /^text\/html\b/.test(String(res.getHeader('content-type') ?? ''));

function callBack(args: unknown[]): void {
  const last = args.at(-1);
  if (typeof last === 'function') process.nextTick(last as () => void);
}
