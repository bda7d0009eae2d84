import 'server-only';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales';
import { fail, ok, type Result } from '@/lib/shared/result';

/** Names and values of a posted form, files left out. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** Reads a form that was posted; what was cut off on the way is no form. */
export async function readForm(request: Request): Promise<Result<Entries, { code: 'cutOff' }>> {
  try {
    const form = await request.formData();
    return ok([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
  } catch {
    return fail({ code: 'cutOff' });
  }
}

export function firstOf(entries: Entries, name: string): string {
  return entries.find(([key]) => key === name)?.[1] ?? '';
}

/** The language of the page that was sent. */
export function localeOf(entries: Entries): Locale {
  const locale = firstOf(entries, 'locale');
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

/** A script of ours asks, and wants data and no page. */
export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false;
}

export function seeOther(location: string, cookie?: string | null): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  if (cookie) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

export function json(body: unknown, status: number, cookie?: string | null): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (cookie) headers.append('set-cookie', cookie);
  return Response.json(body, { status, headers });
}
