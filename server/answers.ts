import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Locale, localeOfPath } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

/** What the server itself has to say, where no page can. */
export type ServerAnswer =
  | { about: 'badAddress' }
  | { about: 'longAddress'; field: string | null }
  | { about: 'method'; allowed: string }
  | { about: 'bodyTooLarge' }
  /** `drained`: the rest of the body is read and thrown away, for a browser shows no answer before it has sent all. */
  | { about: 'uploadTooLarge'; drained: boolean }
  | { about: 'tooSlow' }
  | { about: 'starting'; reason: string }
  | { about: 'stopping' }
  | { about: 'busy' }
  | { about: 'failed'; reference: string };

const STATUS = {
  badAddress: 400,
  longAddress: 400,
  method: 405,
  bodyTooLarge: 413,
  uploadTooLarge: 413,
  tooSlow: 408,
  starting: 503,
  stopping: 503,
  busy: 503,
  failed: 500,
} as const;

/** Seconds after which a visitor may try again. */
const RETRY_AFTER = { starting: 5, stopping: 10, busy: 2 } as const;

/** Sends the answer: `application/problem+json` to programs, a page of one sentence in the address's language to people. */
export function sendAnswer(req: IncomingMessage, res: ServerResponse, answer: ServerAnswer): void {
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
  const status = STATUS[answer.about];
  res.statusCode = status;
  res.setHeader('Cache-Control', 'no-store');
  if (answer.about in RETRY_AFTER) res.setHeader('Retry-After', RETRY_AFTER[answer.about as keyof typeof RETRY_AFTER]);
  if (answer.about === 'method') res.setHeader('Allow', answer.allowed);
  const drained = answer.about === 'uploadTooLarge' && answer.drained;
  if ((status === 413 && !drained) || status === 408) res.setHeader('Connection', 'close');
  const forPrograms = path.startsWith('/api/') && !isPostedPage(req, path);
  const body = forPrograms ? problem(answer, status) : page(answer, localeOfPath(pagePath(req, path)));
  res.setHeader('Content-Type', forPrograms ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8');
  res.setHeader('Content-Length', Buffer.byteLength(body));
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** Where forms of the public are sent: of stories, and of suggestions for the directory. */
export const FORM_ADDRESSES: readonly string[] = ['/api/story/', '/api/suggestions/'];

/** Forms of the public are posted under these addresses by people whose browser runs no script. */
function isPostedPage(req: IncomingMessage, path: string): boolean {
  return FORM_ADDRESSES.some((form) => path.startsWith(form)) && String(req.headers.accept ?? '').includes('text/html');
}

/** Path that tells the language: of the address, or of the page that was posted from. */
function pagePath(req: IncomingMessage, path: string): string {
  const from = req.headers.referer;
  return path.startsWith('/api/') && from !== undefined && URL.canParse(from) ? new URL(from).pathname : path;
}

function problem(answer: ServerAnswer, status: number): string {
  const t = words('en', 'ServerAnswers');
  const field = answer.about === 'longAddress' ? answer.field : null;
  return JSON.stringify({
    type: 'about:blank',
    title: t(`${answer.about}.title`),
    status,
    detail: answer.about === 'starting' ? answer.reason : t(`${answer.about}.text`, { reference: referenceOf(answer) }),
    ...(field === null ? {} : { errors: [{ field, value: '', reason: t('longAddress.field') }] }),
  });
}

function page(answer: ServerAnswer, locale: Locale): string {
  const t = words(locale, 'ServerAnswers');
  const title = escapeHtml(t(`${answer.about}.title`));
  const text = escapeHtml(t(`${answer.about}.text`, { reference: referenceOf(answer) }));
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title></head>` +
    `<body><main><h1>${title}</h1><p>${text}</p><p><a href="${hrefFor(locale, '/')}">${escapeHtml(t('home'))}</a></p></main></body></html>`
  );
}

function referenceOf(answer: ServerAnswer): string {
  return answer.about === 'failed' ? answer.reference : '';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
