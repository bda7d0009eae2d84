import { languageOf, wrongParameters } from '@/lib/api/problems';
import { entityTag } from '@/lib/api/queries';
import { fileResponse, notModified, preflight } from '@/lib/api/responses';
import { planStoryExport, storyCsvPieces } from '@/lib/api/stories/queries';
import { siteOrigin } from '@/lib/site/origin';

export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const plan = planStoryExport(params);
  if (!plan.ok) return wrongParameters(plan.error, languageOf(params));
  const etag = entityTag(request.url);
  const pieces = storyCsvPieces(plan.value, siteOrigin(request.headers));
  return (
    notModified(request, etag) ?? fileResponse(pieces, 'text/csv; charset=utf-8', 'solidarna-mapa-price.csv', etag)
  );
}

export { preflight as OPTIONS };
