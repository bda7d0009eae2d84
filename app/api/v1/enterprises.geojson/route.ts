import { languageOf, wrongParameters } from '@/lib/api/problems';
import { entityTag, geoJsonPieces, planExport } from '@/lib/api/queries';
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
      geoJsonPieces(plan.value, siteOrigin(request.headers)),
      'application/geo+json',
      'solidarna-mapa.geojson',
      etag,
    )
  );
}

export { preflight as OPTIONS };
