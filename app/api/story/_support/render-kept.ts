import 'server-only';
import { settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { clearAside, KEPT_HEADER, putAside, type Trouble } from '@/lib/story-form/kept';

type Entry = readonly [name: string, value: string];

interface KeptPage {
  request: Request;
  locale: Locale;
  /** Address of the page to show again. */
  path: string;
  entries: readonly Entry[];
  trouble: Trouble;
  status: number;
  cookie?: string | null;
}

/** A longer value does not pass through React, which would hold it several times over: it is put into the finished page. */
const LONG = 20_000;
/** What goes from the page to the visitor; the rest is the server's matter. */
const PASSED_ON = ['content-type', 'content-security-policy', 'content-language', 'link'];

/**
 * Answers a POST whose text could not be taken with the same page, the text in its fields, and what to do. When even that
 * page cannot be made, a bare one holds the text.
 */
export async function renderKept(wish: KeptPage): Promise<Response> {
  const { request, path, entries, trouble, status, cookie } = wish;
  const marks = new Map<string, string>();
  const light = entries.map(([name, value], at): Entry => {
    if (value.length <= LONG) return [name, value];
    const mark = `kept-${at}-${crypto.randomUUID()}`;
    marks.set(mark, value);
    return [name, mark];
  });
  const id = putAside({ entries: light, trouble });
  try {
    const page = await fetch(`http://localhost:${settings().PORT}${path}`, {
      headers: { ...forwarded(request), [KEPT_HEADER]: id, accept: 'text/html' },
      redirect: 'manual',
    });
    if (!page.ok) return barePage(wish);
    const headers = answerHeaders(trouble, cookie);
    for (const name of PASSED_ON) {
      const value = page.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(withLongValues(await page.text(), marks), { status, headers });
  } catch (error) {
    console.error('A page with what was typed could not be made', error);
    return barePage(wish);
  } finally {
    clearAside(id);
  }
}

function forwarded(request: Request): Record<string, string> {
  const names = ['cookie', 'accept-language', 'x-forwarded-proto'];
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return {
    ...Object.fromEntries(names.flatMap((name) => [[name, request.headers.get(name)]] as const).filter(isGiven)),
    ...(host && { 'x-forwarded-host': host }),
  };
}

function isGiven(pair: readonly [string, string | null]): pair is readonly [string, string] {
  return pair[1] !== null;
}

function answerHeaders(trouble: Trouble, cookie: string | null | undefined): Headers {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (trouble.retryAfterSeconds) headers.set('retry-after', String(trouble.retryAfterSeconds));
  if (cookie) headers.append('set-cookie', cookie);
  return headers;
}

/** The page as a stream, each stand-in replaced by its text where it is the content of a control. */
function withLongValues(html: string, marks: ReadonlyMap<string, string>): BodyInit {
  if (marks.size === 0) return html;
  const encoder = new TextEncoder();
  const places = [...marks]
    .map(([mark, value]) => ({ at: placeOf(html, mark), length: mark.length, value }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return new ReadableStream({
    start(controller) {
      let done = 0;
      for (const { at, length, value } of places) {
        controller.enqueue(encoder.encode(html.slice(done, at)));
        controller.enqueue(encoder.encode(escapeHtml(value)));
        done = at + length;
      }
      controller.enqueue(encoder.encode(html.slice(done)));
      controller.close();
    },
  });
}

/** Where a stand-in is the content of a control: the page's data hold it too. -1 when it is in none. */
function placeOf(html: string, mark: string): number {
  const inText = html.indexOf(`>${mark}</textarea>`);
  if (inText >= 0) return inText + 1;
  const inField = html.indexOf(`value="${mark}"`);
  return inField < 0 ? -1 : inField + 'value="'.length;
}

/** Without style and without a script: what was typed, and a button that sends the same again. */
function barePage({ request, locale, entries, trouble, status, cookie }: KeptPage): Response {
  const t = words(locale, 'StoryForm');
  const title = escapeHtml(t('trouble.title'));
  const fields = entries.map(([name, value]) => {
    const attributes = `name="${escapeHtml(name)}"`;
    return value.length > 40 || value.includes('\n')
      ? `<p><textarea ${attributes} rows="8" cols="60" aria-label="${escapeHtml(name)}">\n${escapeHtml(value)}</textarea></p>`
      : `<input type="hidden" ${attributes} value="${escapeHtml(value)}">`;
  });
  const headers = answerHeaders(trouble, cookie);
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set(
    'content-security-policy',
    "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  return new Response(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta name="robots" content="noindex"><title>${title}</title></head><body><main><h1>${title}</h1>` +
      `<p>${escapeHtml(t('trouble.busy'))}</p><p>${escapeHtml(t('trouble.kept'))}</p>` +
      `<form method="post" action="${escapeHtml(new URL(request.url).pathname)}">${fields.join('')}` +
      `<p><button>${escapeHtml(t('trouble.again'))}</button></p></form></main></body></html>`,
    { status, headers },
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
