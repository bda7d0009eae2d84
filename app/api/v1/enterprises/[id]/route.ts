import { parseParameters } from '@/lib/api/parameters';
import { toApiDetail } from '@/lib/api/present';
import { CORS, languageOf, noSuchRecord, wrongParameters } from '@/lib/api/problems';
import { entityTag } from '@/lib/api/queries';
import { jsonResponse, notModified, preflight } from '@/lib/api/responses';
import { recordParameters } from '@/lib/api/schema';
import { findEnterprise } from '@/lib/enterprises/queries';
import { siteOrigin } from '@/lib/site/origin';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { search, searchParams } = new URL(request.url);
  const parsed = parseParameters(recordParameters, searchParams);
  if (!parsed.ok) return wrongParameters(parsed.error, languageOf(searchParams));
  const found = findEnterprise(id);
  if (found === null) return noSuchRecord(id, parsed.value.lang);
  if ('movedTo' in found) {
    return new Response(null, {
      status: 308,
      headers: { ...CORS, Location: `/api/v1/enterprises/${found.movedTo}${search}` },
    });
  }
  const etag = entityTag(request.url);
  return (
    notModified(request, etag) ?? jsonResponse(toApiDetail(found, parsed.value.lang, siteOrigin(request.headers)), etag)
  );
}

export { preflight as OPTIONS };
