import { languageOf } from '@/lib/api/problems';
import { entityTag } from '@/lib/api/queries';
import { fileResponse, notModified, preflight } from '@/lib/api/responses';
import { siteOrigin } from '@/lib/site/origin';
import { storyFeed } from '@/lib/stories/feed';
import { listNewestStories } from '@/lib/stories/queries';

/** Stories in one feed: what a reader that asks once a month would miss otherwise. */
const ENTRIES = 30;

/** The newest stories as Atom (RFC 4287), in the language of `lang`. */
export function GET(request: Request): Response {
  const locale = languageOf(new URL(request.url).searchParams);
  const etag = entityTag(request.url);
  return (
    notModified(request, etag) ??
    feedResponse(storyFeed(listNewestStories(ENTRIES), locale, siteOrigin(request.headers)), etag)
  );
}

function feedResponse(xml: string, etag: string): Response {
  const response = fileResponse([xml][Symbol.iterator](), 'application/atom+xml; charset=utf-8', 'stories.atom', etag);
  // To be read, not saved.
  response.headers.delete('Content-Disposition');
  return response;
}

export { preflight as OPTIONS };
