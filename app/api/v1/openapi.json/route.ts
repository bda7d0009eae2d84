import { openApiDocument } from '@/lib/api/openapi';
import { CORS } from '@/lib/api/problems';
import { preflight, siteOf } from '@/lib/api/responses';
import packageJson from '@/package.json' with { type: 'json' };

export function GET(request: Request): Response {
  return Response.json(openApiDocument(siteOf(request), packageJson.version), { headers: CORS });
}

export { preflight as OPTIONS };
