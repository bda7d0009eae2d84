import 'server-only';
import { checkStamp } from '@/lib/abuse/form-stamp';
import { assertSameOrigin } from '@/lib/abuse/origin';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { Trouble } from '@/lib/story-form/kept';
import { type Entries, localeOf, readForm, seeOther } from '../story/_support/form';
import { renderKept } from '../story/_support/render-kept';

/** A form for the directory that was posted, and how to answer it. */
export interface SuggestPost {
  headers: Headers;
  locale: Locale;
  entries: Entries;
  /** Shows the page again, with everything that was typed and why. */
  again(trouble: Trouble): Promise<Response>;
  /** To the private page of what was sent. */
  sent(token: string): Response;
}

const STATUS: Record<string, number> = {
  crossOrigin: 403,
  cutOff: 400,
  notFound: 404,
  limited: 429,
  busy: 503,
  full: 507,
};

/**
 * Reads a form that one of our own pages sent, and answers it; a form of another site, or one that arrived by half, gets its
 * page again.
 * @param path address of that page, from the form's values
 */
export async function answerSuggestion(
  request: Request,
  path: (entries: Entries, locale: Locale) => string,
  answer: (post: SuggestPost) => Promise<Response>,
): Promise<Response> {
  const read = await readForm(request);
  const entries = read.ok ? read.value : [];
  const locale = localeOf(entries);
  const again = (trouble: Trouble) =>
    renderKept({ request, locale, path: path(entries, locale), entries, trouble, status: STATUS[trouble.code] ?? 422 });
  if (!read.ok) return again(read.error);
  if (!assertSameOrigin(request).ok) return again({ code: 'crossOrigin' });
  const sent = (t: string) => seeOther(hrefFor(locale, '/suggestion', {}, { t, sent: '1' }));
  return answer({ headers: request.headers, locale, entries, again, sent });
}

/** The stamp of a form of ours; null for one that somebody made up: it must not name the secret of a link. */
export function ownStamp(stamp: string): string | null {
  const checked = checkStamp(stamp);
  return checked.ok || checked.reason === 'tooFast' || checked.reason === 'tooOld' ? stamp : null;
}
