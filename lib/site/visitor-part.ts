import { type Html, trusted } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import type { PageName } from '@/lib/i18n/routing';

/*
 * A page that is the same for everybody but for one part: a form with what its writer has typed so far. The page is rendered
 * and kept once, with a mark in the place of that part, and the server writes each visitor's part into it
 * (server/visitor-pages.ts; docs/decisions/0019). The server and the pages are bundles of their own, so they meet over
 * `globalThis`.
 */

/** What a visitor asks for. */
export interface VisitorRequest {
  locale: Locale;
  params: Readonly<Record<string, string>>;
  /** The query, as Next gives it to a page: a text, or a list where a name comes several times. */
  search: Readonly<Record<string, string | string[]>>;
  cookies: string | null;
}

/** The visitor's part of a page; null when the page as a whole is another one for this visitor, and must be rendered. */
export type VisitorPart = (request: VisitorRequest) => Promise<Html | null>;

const PLACE = Symbol.for('solidarna-mapa.visitor-parts');
const place = globalThis as { [PLACE]?: Map<PageName, VisitorPart> };

export function placeVisitorPart(page: PageName, part: VisitorPart): void {
  place[PLACE] ??= new Map();
  place[PLACE].set(page, part);
}

/** Undefined until the page was rendered for the first time: its route brings the part with it. */
export function visitorPartOf(page: PageName): VisitorPart | undefined {
  return place[PLACE]?.get(page);
}

/** By this header the server asks for the page with the mark. A visitor's program cannot (server/listener.ts). */
export const SHELL_HEADER = 'x-page-shell';

const MARK = '<!--visitor-part-->';
export const VISITOR_MARK: Html = trusted(MARK);

/** The page before and after the visitor's part; null when it has no place for one. */
export function divideShell(html: string): { before: string; after: string } | null {
  const at = html.indexOf(MARK);
  return at < 0 ? null : { before: html.slice(0, at), after: html.slice(at + MARK.length) };
}
