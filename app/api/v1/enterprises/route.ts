import { languageOf, outdatedCursor, wrongParameters } from '@/lib/api/problems';
import { entityTag, searchPage } from '@/lib/api/queries';
import { jsonResponse, notModified, preflight } from '@/lib/api/responses';
import { siteOrigin } from '@/lib/site/origin';

export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const etag = entityTag(request.url);
  const result = searchPage(params, siteOrigin(request.headers));
  if (result.ok) return notModified(request, etag) ?? jsonResponse(result.value, etag);
  const locale = languageOf(params);
  switch (result.error.code) {
    case 'wrongParameters':
      return wrongParameters(result.error.errors, locale);
    case 'outdatedCursor':
      return outdatedCursor(locale);
  }
}

export { preflight as OPTIONS };
