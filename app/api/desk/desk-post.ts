import { assertOwnPage } from '@/lib/abuse/origin';
import { findStaff, requireAnyStaff, requireStaff } from '@/lib/accounts/access';
import type { Refusal, Staff } from '@/lib/accounts/access-rules';
import { deskPath, REFUSAL_PAGES } from '@/lib/accounts/desk-path';
import { type Notices, noNotice, noticeCookie } from '@/lib/accounts/notices';
import { TooManyPasswordsError } from '@/lib/accounts/passwords';
import type { Action } from '@/lib/accounts/permissions';
import { recordRefusal } from '@/lib/accounts/refusals';
import { whenWritable } from '@/lib/db/write';
import { settings } from '@/lib/env';
import { dropIncoming, makeIncoming } from '@/lib/files/blobs';
import { type ReceivedForm, type ReceiveLimits, receiveForm } from '@/lib/files/receive';
import { hasDiskRoom } from '@/lib/files/room';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageParams } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';
import type { FormValues } from '@/lib/keeping/form-values';
import { holdsText, keepForm } from './keep-form';

/**
 * Who may post: `open` is everybody (sign-in and links that were mailed), `session` somebody who has given the password,
 * `anyStaff` somebody wholly signed in, and else the right that it takes.
 */
export type Guard = Action | 'open' | 'session' | 'anyStaff';

interface Posted {
  headers: Headers;
  /** The request, whose body is read already, and its form. */
  request: Request;
  form: FormData;
  locale: Locale;
  https: boolean;
  /** What was typed into a field; empty when there is no such field. A file is none. */
  field: (name: string) => string;
  /** Everything that was sent under a name (ticks). */
  fields: (name: string) => string[];
  /** All texts of the form by the name of their field; a field may have several. */
  values: FormValues;
  /** The names that were sent, each once. */
  names: () => string[];
}

/** Where the answer leads (303), and what it takes along. */
export interface Answer {
  page: PageName;
  /** Parameters of the page's path. */
  params?: PageParams;
  /** Codes for the page: which fault, what is done, where to go next. */
  query?: Readonly<Record<string, string | undefined>>;
  /** A path of the desk instead of `page`. */
  path?: string;
  cookies?: readonly string[];
  /** Answers a script of ours with this instead of leading anywhere. */
  json?: unknown;
  /** Language of the page; by default that of the form. */
  locale?: Locale;
  /** What the address must not hold. By default an older one goes. */
  notice?: { [K in keyof Notices]: { kind: K; value: Notices[K]; staffId: string | null } }[keyof Notices];
}

type Open = Posted & { staff: null };
type Signed = Posted & { staff: Staff };
/** What a handler answers: where to go next, or (a file that is handed out) a whole response. */
type Run<G extends Guard> = (post: G extends 'open' ? Open : Signed) => Promise<Answer | Response>;

/** A route handler that knows by what it is guarded; a test reads it. */
export type DeskHandler = ((request: Request) => Promise<Response>) & { guard: Guard };

/**
 * The door of every POST of the desk: origin, form, session and right are checked here before anything is read; commands
 * check the right again. The answer to a form is a redirect to a page, so that a reload repeats nothing; or a file.
 */
export function deskPost<G extends Guard>(guard: G, run: Run<G>): DeskHandler {
  const handle = async (request: Request): Promise<Response> => {
    const { headers } = request;
    const { SITE_URL } = settings();
    if (!assertOwnPage(request).ok) return refuse(403, DEFAULT_LOCALE, 'foreignOrigin');
    // What carries files is read only from somebody who has a session.
    if (isLarge(headers) && (await findStaff(headers)) === null) return refuse(403, DEFAULT_LOCALE, 'forbidden');
    const form = await request.formData().catch(() => null);
    if (form === null) return refuse(400, DEFAULT_LOCALE, 'noForm');
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const fields = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
    const names = () => [...new Set(form.keys())];
    const named = field('locale');
    const locale = isLocale(named) ? named : DEFAULT_LOCALE;
    const https = SITE_URL?.startsWith('https://') ?? false;
    const allowed = await check(guard, headers);
    if (!allowed.ok) {
      if (allowed.error.code === 'forbidden') await recordRefusal(headers, guard);
      console.info(`Refused (${allowed.error.code}): POST ${new URL(request.url).pathname}`);
      if (allowed.error.code !== 'forbidden' && holdsText(form)) return keepForm(request, form, locale);
      return answerRefusal(allowed.error, locale, field('next'));
    }
    if (WRITTEN_BY_THE_LIBRARY.includes(guard)) {
      const writable = await whenWritable();
      if (!writable.ok) return refuse(503, locale, writable.error.code === 'full' ? 'full' : 'writing');
    }
    try {
      const posted = {
        request,
        form,
        headers,
        locale,
        https,
        field,
        fields,
        names,
        values: textsOf(form),
        staff: allowed.staff,
      };
      const answer = await run(posted as never);
      if (answer instanceof Response) return answer;
      if (answer.json !== undefined) return Response.json(answer.json, { headers: { 'cache-control': 'no-store' } });
      return lead(answer, locale, https);
    } catch (error) {
      if (error instanceof TooManyPasswordsError) return refuse(503, locale, 'busy');
      throw error;
    }
  };
  return Object.assign(handle, { guard });
}

/** What is about accounts is written by their library, which does not wait as `writing` does. */
const WRITTEN_BY_THE_LIBRARY: readonly Guard[] = ['open', 'session', 'anyStaff', 'managePeople'];

/** More than a form of texts may have, in bytes. */
const LARGE = 1_048_576;
const isLarge = (headers: Headers) => Number(headers.get('content-length') ?? 0) > LARGE;

/** A form that brings a file, with the file on disk as it came. */
interface Uploaded extends Omit<Signed, 'request' | 'form' | 'fields' | 'names'> {
  received: ReceivedForm;
}

/**
 * The door of a POST that brings a file: origin, session and right are checked before anything of the body is read, and the
 * file goes straight to disk. Its language stands in the address, because the answer may come before the form is read.
 */
export function deskUpload(
  guard: Action,
  limits: ReceiveLimits,
  run: (post: Uploaded) => Promise<Answer>,
  onTrouble: (code: 'tooLarge' | 'interrupted' | 'full') => Answer,
): DeskHandler {
  const handle = async (request: Request): Promise<Response> => {
    const { headers } = request;
    const https = settings().SITE_URL?.startsWith('https://') ?? false;
    if (!assertOwnPage(request).ok) return refuse(403, DEFAULT_LOCALE, 'foreignOrigin');
    if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(headers.get('content-type') ?? '')) {
      return refuse(400, DEFAULT_LOCALE, 'noForm');
    }
    const named = new URL(request.url).searchParams.get('locale');
    const locale = isLocale(named) ? named : DEFAULT_LOCALE;
    const allowed = await check(guard, headers);
    if (!allowed.ok || !allowed.staff) {
      const error: Refusal = allowed.ok ? { code: 'signedOut' } : allowed.error;
      if (error.code === 'forbidden') await recordRefusal(headers, guard);
      return answerRefusal(error, locale, '');
    }
    const folder = (await hasDiskRoom()) ? await makeIncoming() : null;
    if (folder === null) return lead(onTrouble('full'), locale, https);
    try {
      const form = await receiveForm(request, folder, limits);
      if (!form.ok) return lead(onTrouble(form.error.code === 'tooLarge' ? 'tooLarge' : 'interrupted'), locale, https);
      const values: Record<string, string[]> = {};
      for (const [name, value] of form.value.fields) values[name] = [...(values[name] ?? []), value];
      const field = (name: string) => values[name]?.[0] ?? '';
      const posted = { headers, locale, https, field, values, staff: allowed.staff, received: form.value };
      return lead(await run(posted), locale, https);
    } finally {
      await dropIncoming(folder);
    }
  };
  return Object.assign(handle, { guard });
}

function textsOf(form: FormData): FormValues {
  const values: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    values[name] = form.getAll(name).filter((value) => typeof value === 'string');
  }
  return values;
}

async function check(
  guard: Guard,
  headers: Headers,
): Promise<{ ok: true; staff: Staff | null } | { ok: false; error: Refusal }> {
  if (guard === 'open') return { ok: true, staff: null };
  if (guard === 'session') {
    const staff = await findStaff(headers);
    return staff ? { ok: true, staff } : { ok: false, error: { code: 'signedOut' } };
  }
  const result = await (guard === 'anyStaff' ? requireAnyStaff(headers) : requireStaff(guard, headers));
  return result.ok ? { ok: true, staff: result.value } : result;
}

/** The page that a refusal leads to; only for what a member of staff may not do at all there is none. */
function answerRefusal({ code }: Refusal, locale: Locale, next: string): Response {
  if (code === 'forbidden') return refuse(403, locale, 'forbidden');
  const page = REFUSAL_PAGES[code];
  const query: Record<string, string> = next === '' ? {} : { next: deskPath(next, locale) };
  return redirect(hrefFor(locale, page, {}, query), []);
}

function lead(
  { page, params = {}, query = {}, path, cookies = [], locale, notice }: Answer,
  asked: Locale,
  https: boolean,
): Response {
  const note = notice
    ? noticeCookie(notice.kind, notice.value as never, { staffId: notice.staffId, https })
    : noNotice(https);
  const codes = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return redirect(path ?? hrefFor(locale ?? asked, page, params, Object.fromEntries(codes)), [...cookies, note]);
}

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

type RefusalWord = 'foreignOrigin' | 'noForm' | 'forbidden' | 'busy' | 'writing' | 'full';

/** A page of one sentence. Its words are ours alone: nothing of the request stands in it. */
function refuse(status: number, locale: Locale, code: RefusalWord): Response {
  const t = words(locale, 'DeskRefusals');
  const html =
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="robots" content="noindex"><title>${t('title')}</title></head><body><main><h1>${t('title')}</h1>` +
    `<p>${t(code)}</p><p><a href="${hrefFor(locale, '/desk')}">${words(locale, 'Desk')('desk')}</a></p></main></body></html>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
