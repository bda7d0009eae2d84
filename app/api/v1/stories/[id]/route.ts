import { parseParameters } from '@/lib/api/parameters';
import { CORS, languageOf, noSuchStory, wrongParameters } from '@/lib/api/problems';
import { entityTag } from '@/lib/api/queries';
import { jsonResponse, notModified, preflight } from '@/lib/api/responses';
import { recordParameters } from '@/lib/api/schema';
import { toApiStoryDetail } from '@/lib/api/stories/present';
import { siteOrigin } from '@/lib/site/origin';
import { type FoundStory, findStory } from '@/lib/stories/queries';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { search, searchParams } = new URL(request.url);
  const parsed = parseParameters(recordParameters, searchParams);
  if (!parsed.ok) return wrongParameters(parsed.error, languageOf(searchParams));
  const { lang } = parsed.value;
  const found = findByIdOrSlug(id);
  if (found === null || found.is === 'withdrawn') return noSuchStory(id, found === null ? 404 : 410, lang);
  if (found.is === 'moved') {
    const headers = { ...CORS, Location: `/api/v1/stories/${found.slug}${search}` };
    return new Response(null, { status: 308, headers });
  }
  const etag = entityTag(request.url);
  const story = () => toApiStoryDetail(found.story, lang, siteOrigin(request.headers));
  return notModified(request, etag) ?? jsonResponse(story(), etag);
}

/** A number is an id, and no old address: it gives the story itself. */
function findByIdOrSlug(id: string): FoundStory | null {
  const found = findStory(id);
  return found?.is === 'moved' && /^\d+$/.test(id) ? findStory(found.slug) : found;
}

export { preflight as OPTIONS };
