import type Database from 'better-sqlite3';
import { LOCALES } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { RequestHandler } from './capture';

const ANY_SLUG = 'any-slug';
const PATTERNS = LOCALES.map(
  (locale) => new RegExp(`^${hrefFor(locale, '/stories/[slug]', { slug: ANY_SLUG }).replace(ANY_SLUG, '([^/?]+)')}$`),
);
const GONE = 410;

/**
 * Lets the page of a withdrawn story answer 410 instead of 200: a page rendered by Next has no say in its status. Everything
 * else passes through as it is.
 * @param reader a connection that never writes
 */
export function withGoneStories(render: RequestHandler, reader: Database.Database): RequestHandler {
  const find = reader
    .prepare(
      `SELECT 1 FROM Story s WHERE s.publication = 'withdrawn'
         AND (s.slug = ? OR s.id IN (SELECT storyId FROM StoryAlias WHERE slug = ?))`,
    )
    .pluck();
  return (req, res) => {
    const slug = slugOf(req.url ?? '/');
    if (slug !== null && find.get(slug, slug) === 1) {
      const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => typeof res;
      res.writeHead = ((status: number, ...rest: unknown[]) =>
        writeHead(status === 200 ? GONE : status, ...rest)) as typeof res.writeHead;
    }
    return render(req, res);
  };
}

/** The story that an address asks for; null for every other page. */
function slugOf(address: string): string | null {
  const path = address.split('?', 1)[0] ?? '';
  for (const pattern of PATTERNS) {
    const found = pattern.exec(path)?.[1];
    if (found !== undefined) return decodeURIComponent(found);
  }
  return null;
}
