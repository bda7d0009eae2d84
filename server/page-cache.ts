import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGate } from '@/lib/shared/gate';
import { divideShell, SHELL_HEADER } from '@/lib/site/visitor-part';
import { ByteLru } from './byte-lru';
import { type Captured, captureAnswer, type RequestHandler } from './capture';
import { replaceNonceByHashes } from './inline-scripts';
import { KeptPage } from './kept-page';
import { createNonce } from './security-headers';
import { type Theme, themeOf } from './theme';

export interface PageCacheOptions {
  /** What renders a page. */
  render: RequestHandler;
  /** The content security policy of a page with these scripts. */
  policy: (scripts: { nonce: string } | { hashes: readonly string[] }) => string;
  /** The present content version; no page is shown after it moved. May throw when the database cannot be read. */
  contentVersion: () => number;
  /** Name of the present day; pages depend on how long ago a record was verified. */
  day: () => string;
  /** Host that pages are rendered for. No visitor's Host header reaches a kept page. */
  host: string;
  https: boolean;
  /** Bound on what is kept. */
  maxBytes: number;
  /** How many pages are rendered at a time, and how many more may wait for it. */
  maxRenders?: number;
  maxWaiting?: number;
}

export interface PageCache {
  /**
   * Answers a GET or HEAD of a public page.
   * @returns false when this page cannot be kept and must be rendered for this visitor alone
   * @throws TooBusyError
   */
  answer: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
  /**
   * A page that has a place for each visitor's own part (lib/site/visitor-part), without that part.
   * @param address without a query
   * @returns null when the page has no such place
   * @throws TooBusyError
   */
  shell: (address: string, theme: Theme | null) => Promise<PageShell | null>;
  /** What is kept at this moment. */
  figures: () => { pages: number; bytes: number };
}

/** A rendered page, cut in two where a visitor's part belongs. */
export interface PageShell {
  /** The page's own headers, its content security policy included. */
  headers: Readonly<Record<string, string>>;
  before: Buffer;
  after: Buffer;
}

/** More hashes than this make a header so long that proxies refuse it. */
const MOST_HASHES = 60;

/** Of the rendered answer's headers only these are the page's own; the rest is the server's matter. */
const PAGE_HEADERS = ['content-type', 'content-language', 'link', 'location'];

/** Everything rendered at one content version on one day. It is dropped as a whole, renders under way included. */
interface Generation {
  version: number;
  day: string;
  /** Addresses without a query: there are only as many as there are pages. */
  plain: ByteLru<KeptPage>;
  /** Addresses with a query, of which anybody can make up any number; they must not push out the others. */
  queried: ByteLru<KeptPage>;
  shells: ByteLru<PageShell>;
  rendering: Map<string, Promise<KeptPage | null>>;
}

/** What addresses with a query may take: anybody can make up any number of them. */
const SHARE_OF_QUERIES = 1 / 3;
/** What pages without their visitors' parts may take: a few pages in three languages and three themes. */
const SHARE_OF_SHELLS = 1 / 6;

/** A cache of whole public pages in memory, dropped the moment the content version moves. */
export function createPageCache(options: PageCacheOptions): PageCache {
  const gate = createGate(options.maxRenders ?? 4, options.maxWaiting ?? 500);
  let generation: Generation | undefined;

  function present(): Generation {
    const version = options.contentVersion();
    const day = options.day();
    if (generation?.version !== version || generation.day !== day) {
      generation = {
        ...{ version, day, rendering: new Map() },
        plain: new ByteLru(options.maxBytes * (1 - SHARE_OF_QUERIES - SHARE_OF_SHELLS)),
        queried: new ByteLru(options.maxBytes * SHARE_OF_QUERIES),
        shells: new ByteLru(options.maxBytes * SHARE_OF_SHELLS),
      };
    }
    return generation;
  }

  async function render(
    address: string,
    theme: Theme | null,
    own: Record<string, string> = {},
  ): Promise<Rendered | null> {
    const nonce = createNonce();
    const captured = await captureAnswer(options.render, address, {
      ...own,
      host: options.host,
      'x-forwarded-proto': options.https ? 'https' : 'http',
      accept: 'text/html',
      'user-agent': 'page-cache',
      'content-security-policy': options.policy({ nonce }),
      ...(theme ? { 'x-theme': theme, cookie: `theme=${theme}` } : {}),
    });
    return withoutNonce(captured, nonce, options.policy);
  }

  function renderOnce(from: Generation, key: string, address: string, theme: Theme | null): Promise<KeptPage | null> {
    const underWay = from.rendering.get(key);
    if (underWay) return underWay;
    const rendering = gate(() => render(address, theme))
      .then((rendered) => {
        const page = rendered && new KeptPage(rendered.status, rendered.headers, Buffer.from(rendered.html, 'utf8'));
        if (page?.status === 200) shelfOf(from, address).set(key, page, page.bytes);
        return page;
      })
      .finally(() => from.rendering.delete(key));
    from.rendering.set(key, rendering);
    return rendering;
  }

  return {
    async answer(req, res) {
      const address = req.url ?? '/';
      const theme = themeOf(req.headers.cookie);
      const key = `${theme ?? ''} ${address}`;
      const from = present();
      const shelf = shelfOf(from, address);
      const page = shelf.get(key) ?? (await renderOnce(from, key, address, theme));
      if (page === null) return false;
      if (await page.send(req, res)) shelf.resize(key, page, page.bytes);
      return true;
    },
    async shell(address, theme) {
      const key = `${theme ?? ''} ${address}`;
      const { shells } = present();
      const known = shells.get(key);
      if (known) return known;
      const rendered = await gate(() => render(address, theme, { [SHELL_HEADER]: '1' }));
      const shell = rendered && toShell(rendered);
      if (shell) shells.set(key, shell, shell.before.length + shell.after.length);
      return shell;
    },
    figures: () => {
      const shelves = generation ? [generation.plain, generation.queried, generation.shells] : [];
      return {
        pages: shelves.reduce((sum, { size }) => sum + size, 0),
        bytes: shelves.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
  };
}

function shelfOf(generation: Generation, address: string): ByteLru<KeptPage> {
  return address.includes('?') ? generation.queried : generation.plain;
}

/** What Next rendered, with hashes of its scripts in the place of a nonce. */
interface Rendered {
  status: number;
  headers: Record<string, string>;
  html: string;
}

function withoutNonce(captured: Captured, nonce: string, policy: PageCacheOptions['policy']): Rendered | null {
  // A cookie is for one visitor.
  if (captured.headers['set-cookie'] !== undefined) return null;
  const { html, hashes } = replaceNonceByHashes(captured.body.toString('utf8'), nonce);
  if (hashes.length > MOST_HASHES) return null;
  const headers: Record<string, string> = { 'Content-Security-Policy': policy({ hashes }) };
  for (const name of PAGE_HEADERS) {
    const value = captured.headers[name];
    if (value !== undefined) headers[name] = String(value).replaceAll(`; nonce="${nonce}"`, '');
  }
  return { status: captured.status, headers, html };
}

function toShell({ status, headers, html }: Rendered): PageShell | null {
  const divided = status === 200 ? divideShell(html) : null;
  return divided && { headers, before: Buffer.from(divided.before, 'utf8'), after: Buffer.from(divided.after, 'utf8') };
}
