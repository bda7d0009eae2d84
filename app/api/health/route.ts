import { readHealth } from '@/lib/health/queries';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'no-store' };

/** 200 with what is served, 503 with the reason why nothing can be. While the program starts, the server answers 503. */
export function GET(): Response {
  const health = readHealth();
  if (health.ok) return Response.json(health.value, { headers });
  const problem = { type: 'about:blank', title: 'The directory cannot be served', status: 503, detail: health.error };
  return Response.json(problem, {
    status: 503,
    headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
  });
}
