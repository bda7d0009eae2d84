import { languageOf, wrongParameters } from '@/lib/api/problems';
import { csvPieces, entityTag, planExport } from '@/lib/api/queries';
import { fileResponse, notModified, preflight } from '@/lib/api/responses';
import { siteOrigin } from '@/lib/site/origin';

export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const plan = planExport(params);
  if (!plan.ok) return wrongParameters(plan.error, languageOf(params));
  const etag = entityTag(request.url);
  return (
    notModified(request, etag) ??
    fileResponse(
      csvPieces(plan.value, siteOrigin(request.headers)),
      'text/csv; charset=utf-8',
      'solidarna-mapa.csv',
      etag,
    )
  );
}

export { preflight as OPTIONS };
