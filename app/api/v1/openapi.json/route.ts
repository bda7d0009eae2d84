import { openApiDocument } from '@/lib/api/openapi';
import { CORS } from '@/lib/api/problems';
import { preflight } from '@/lib/api/responses';
import { siteOrigin } from '@/lib/site/origin';
import packageJson from '@/package.json' with { type: 'json' };

export function GET(request: Request): Response {
  return Response.json(openApiDocument(siteOrigin(request.headers), packageJson.version), { headers: CORS });
}

export { preflight as OPTIONS };
