import { assertSameOrigin } from '@/lib/abuse/origin';
import { CORS, languageOf, outdatedCursor, wrongParameters } from '@/lib/api/problems';
import { entityTag } from '@/lib/api/queries';
import { jsonResponse, notModified, preflight } from '@/lib/api/responses';
import { notSent } from '@/lib/api/stories/problems';
import { searchStoryPage } from '@/lib/api/stories/queries';
import { sendFromInterface } from '@/lib/api/stories/send';
import { words } from '@/lib/i18n/words';
import { siteOrigin } from '@/lib/site/origin';

export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const etag = entityTag(request.url);
  const result = searchStoryPage(params, siteOrigin(request.headers));
  if (result.ok) return notModified(request, etag) ?? jsonResponse(result.value, etag);
  const locale = languageOf(params);
  switch (result.error.code) {
    case 'wrongParameters':
      return wrongParameters(result.error.errors, locale);
    case 'outdatedCursor':
      return outdatedCursor(locale);
  }
}

/**
 * Takes a story, with the checks, limits and confirmation of the form. 202: it was taken, and waits for its author to
 * confirm the address. Programs may send; a page of another site may not.
 */
export async function POST(request: Request): Promise<Response> {
  const locale = languageOf(new URL(request.url).searchParams);
  // Every browser of the last years tells that it is one; what tells nothing is a program.
  const isBrowser = request.headers.has('origin') || request.headers.has('sec-fetch-site');
  if (isBrowser && !assertSameOrigin(request).ok) return notSent({ code: 'crossOrigin' }, locale);
  const sent = await sendFromInterface(request, locale);
  if (!sent.ok) return notSent(sent.error, locale);
  const { reference, emailMasked } = sent.value;
  const next = words(locale, 'Api')('post.next', { email: emailMasked });
  return Response.json(
    { reference, state: 'unconfirmed', email: emailMasked, next },
    { status: 202, headers: { ...CORS, 'Cache-Control': 'no-store' } },
  );
}

export { preflight as OPTIONS };
