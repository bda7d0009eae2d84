import 'server-only';
import { assertSameOrigin } from '@/lib/abuse/origin';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageQuery } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import type { Trouble } from '@/lib/story-form/kept';
import { type Entries, localeOf, readForm } from './form';
import { renderKept } from './render-kept';

/** A posted form of one of the small pages, and how to answer that it could not be done. */
export interface PostedForm {
  request: Request;
  locale: Locale;
  entries: Entries;
  /** Shows the page again, with what was typed and why. */
  again(trouble: Trouble, query?: PageQuery): Promise<Response>;
}

const STATUS: Record<string, number> = {
  crossOrigin: 403,
  cutOff: 400,
  notFound: 404,
  gone: 410,
  expired: 410,
  revoked: 410,
  locked: 423,
  notAllowed: 409,
  limited: 429,
  busy: 503,
  full: 507,
};

/**
 * Reads a form that one of our own pages sent, and answers it; a form of another site, or one that arrived by half, gets its
 * page again.
 * @param query what the page needs in its address, from the form's values
 */
export async function answerForm(
  request: Request,
  page: PageName,
  query: (entries: Entries) => PageQuery,
  answer: (form: PostedForm) => Promise<Response>,
): Promise<Response> {
  const read = await readForm(request);
  const entries = read.ok ? read.value : [];
  const locale = localeOf(entries);
  const again = (trouble: Trouble, other?: PageQuery) =>
    renderKept({
      request,
      locale,
      path: hrefFor(locale, page, {}, other ?? query(entries)),
      entries,
      trouble,
      status: STATUS[trouble.code] ?? 422,
    });
  if (!read.ok) return again(read.error);
  if (!assertSameOrigin(request).ok) return again({ code: 'crossOrigin' });
  return answer({ request, locale, entries, again });
}
