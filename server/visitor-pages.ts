import type { IncomingMessage, ServerResponse } from 'node:http';
import { type VisitorRequest, visitorPartOf } from '@/lib/site/visitor-part';
import { KEPT_HEADER } from '@/lib/story-form/kept-header';
import { compressAnswer } from './compress';
import type { PageCache } from './page-cache';
import { pageOf } from './page-paths';
import { themeOf } from './theme';

/** Pages that are the same for everybody but for one part. */
const PAGES: ReadonlySet<string> = new Set(['/have-your-say/form/[step]', '/desk']);

/**
 * Answers a GET or HEAD of a page that has a part for each visitor: the page as it is kept, with this visitor's part in it
 * (docs/decisions/0019).
 * @returns false when the page must be rendered for this visitor as a whole
 * @throws TooBusyError, or what the part threw
 */
export function createVisitorPages({
  shell,
}: Pick<PageCache, 'shell'>): (req: IncomingMessage, res: ServerResponse) => Promise<boolean> {
  return async (req, res) => {
    const address = req.url ?? '/';
    const [path = '/'] = address.split('?', 1);
    const search = searchOf(new URLSearchParams(address.slice(path.length + 1)));
    const found = pageOf(path);
    // What was typed and could not be saved is shown by the page as a whole, for its title says so.
    if (!found || !PAGES.has(found.page) || req.headers[KEPT_HEADER] !== undefined) return false;
    const { page, locale, params } = found;
    const kept = await shell(path, themeOf(req.headers.cookie));
    const part = kept && visitorPartOf(page);
    const html = part && (await part({ locale, params, search, cookies: req.headers.cookie ?? null }));
    if (!html) return false;
    compressAnswer(req, res);
    res.writeHead(200, { ...kept.headers, 'Cache-Control': 'private, no-store', Vary: 'Accept-Encoding, Cookie' });
    res.end(
      req.method === 'HEAD'
        ? undefined
        : Buffer.concat([kept.before, Buffer.from(html.toString(), 'utf8'), kept.after]),
    );
    return true;
  };
}

function searchOf(query: URLSearchParams): VisitorRequest['search'] {
  const search: Record<string, string | string[]> = {};
  for (const name of new Set(query.keys())) {
    const [first = '', ...more] = query.getAll(name);
    search[name] = more.length > 0 ? [first, ...more] : first;
  }
  return search;
}
