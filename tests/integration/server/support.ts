import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { BUMP_CONTENT_VERSION, contentVersionReader } from '@/lib/db/content-version';
import { openReader } from '@/lib/db/open-reader';
import type { RequestHandler } from '@/server/capture';
import { createListener, type ListenerOptions, type Phase } from '@/server/listener';
import { createLog } from '@/server/log';
import { createPageCache, type PageCache, type PageCacheOptions } from '@/server/page-cache';
import { LONGEST_HEADERS } from '@/server/request-checks';
import { contentSecurityPolicy, type PolicyInput } from '@/server/security-headers';
import { createVisitorPages } from '@/server/visitor-pages';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface TestServer {
  origin: string;
  cache: PageCache;
  /** Lines of the log. */
  lines: string[];
  ask: (address: string, headers?: OutgoingHttpHeaders, method?: string) => Promise<Answer>;
  /** Raises the content version, through a connection that the server knows nothing of. */
  write: () => void;
  setPhase: (phase: Phase) => void;
  setDay: (day: string) => void;
  close: () => Promise<void>;
}

/** The server with a page renderer of the test's own in the place of Next, on a free port, with a real database file. */
export async function startTestServer(
  render: RequestHandler,
  options: Partial<PageCacheOptions> & Partial<Pick<ListenerOptions, 'staticFiles' | 'streetFile'>> = {},
): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'server-test-'));
  const writer = new Database(path.join(folder, 'directory.db'));
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE "Meta" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL)');
  const reader = openReader(path.join(folder, 'directory.db'));
  const policy = (scripts: PolicyInput['scripts']) => contentSecurityPolicy({ scripts, https: false, dev: false });
  let phase: Phase = { name: 'ready' };
  let day = '2026-11-23';
  const lines: string[] = [];
  const cache = createPageCache({
    render,
    policy,
    contentVersion: contentVersionReader(reader),
    day: () => day,
    host: 'mapa.test',
    https: false,
    maxBytes: 1_000_000,
    ...options,
  });
  const listener = createListener({
    render,
    pageCache: cache,
    visitorPages: createVisitorPages(cache),
    staticFiles: options.staticFiles ?? null,
    streetFile: options.streetFile ?? null,
    policy,
    https: false,
    phase: () => phase,
    log: createLog('debug', (line) => lines.push(line)),
  });
  const server = createServer({ maxHeaderSize: LONGEST_HEADERS }, listener);
  const port = await listenAnywhere(server);
  return {
    origin: `http://localhost:${port}`,
    cache,
    lines,
    ask: (address, headers, method) => ask(port, address, headers, method),
    write: () => void writer.exec(BUMP_CONTENT_VERSION),
    setPhase: (next) => {
      phase = next;
    },
    setDay: (next) => {
      day = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      writer.close();
      reader.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function listenAnywhere(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)));
}

// fetch() would decompress bodies and normalise addresses, and both are what is looked at here.
function ask(port: number, address: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request({ port, path: address, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body, text: body.toString() });
      });
    });
    req.on('error', reject);
    req.end();
  });
}

/** A page as Next makes it: scripts with the nonce of the request's policy, the theme on the root, flight data in pieces. */
export function nextLikePage(req: { headers: IncomingHttpHeaders; url?: string | undefined }, words = 'Čačak'): string {
  const nonce = /'nonce-([^']+)'/.exec(String(req.headers['content-security-policy']))?.[1] ?? '';
  const theme = String(req.headers['x-theme'] ?? 'system');
  return (
    `<!doctype html><html data-theme="${theme}"><head><script src="/_next/a.js" async nonce="${nonce}"></script></head>` +
    `<body><h1>${words}</h1><p>${'tekst '.repeat(400)}</p><script nonce="${nonce}">self.__next_f=[]</script>` +
    `<script nonce="${nonce}">self.__next_f.push([1,"{\\"nonce\\":\\"${nonce}\\"}"])</script></body></html>`
  );
}
