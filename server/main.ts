import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import next from 'next';
import { contentVersionReader } from '@/lib/db/content-version';
import { openReader } from '@/lib/db/open-reader';
import { databaseFile, type Settings } from '@/lib/env';
import type { RunningJobs } from '@/lib/jobs/scheduler';
import { createDayReader } from './day';
import { type PostRoutes, withDeskPosts } from './desk-posts';
import { withWholeAnswers } from './empty-answers';
import { withGoneStories } from './gone-stories';
import { createListener, type Phase } from './listener';
import { createLog, keepGoingWithoutReader, type Log } from './log';
import { withOwnRoutes } from './own-routes';
import { createPageCache } from './page-cache';
import { withRenderStore } from './render-store';
import { LONGEST_HEADERS } from './request-checks';
import { contentSecurityPolicy, type PolicyInput } from './security-headers';
import { createStaticFiles, SERVED_FOLDER } from './static-files';
import { createStreetFile } from './street-file';
import { createVisitorPages } from './visitor-pages';

/**
 * How long the head of a request may take, and the whole of it: a slow sender must not hold a connection. Ten minutes are what
 * two photos of 10 MB take over a line of 3G; what carries no files is cut off earlier, by the listener.
 */
const HEAD_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 600_000;
/** Longer than the minute for which the usual proxies keep a connection open. */
const KEEP_ALIVE_MS = 65_000;
const IDLE_SOCKET_MS = 120_000;
/** How long answers under way may take when the server stops. */
const DRAIN_MS = 10_000;
const MEBIBYTE = 1_048_576;

export interface RunningServer {
  port: number;
  /** Finishes the answers under way, then closes everything. */
  stop: () => Promise<void>;
}

/**
 * Starts the server: listens on all addresses, answers 503 while Next gets ready, then serves.
 * @param posts routes that are not left to Next
 * @throws the listening error (EADDRINUSE, EACCES) or what Next threw
 */
export async function startServer(
  settings: Settings,
  { dev, posts = new Map() }: { dev: boolean; posts?: PostRoutes },
): Promise<RunningServer> {
  keepGoingWithoutReader();
  const log = createLog(settings.LOG_LEVEL);
  let phase: Phase = { name: 'starting', reason: 'The server is starting' };
  const server = createServer({
    maxHeaderSize: LONGEST_HEADERS,
    headersTimeout: HEAD_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 5_000,
  });
  server.setTimeout(IDLE_SOCKET_MS);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseUnreadable(error, socket, log));

  const https = settings.SITE_URL?.startsWith('https://') ?? false;
  const policy = (scripts: PolicyInput['scripts']) =>
    contentSecurityPolicy({ tilesUrl: settings.MAP_TILES_URL, scripts, https, dev });
  // The host name is only what Next takes itself for. 127.0.0.1 here would break next-intl's rewrites.
  const app = next({ dev, dir: process.cwd(), hostname: 'localhost', port: settings.PORT, httpServer: server });
  const reader = openReader(databaseFile());
  const render = withDeskPosts(
    withGoneStories(withOwnRoutes(withWholeAnswers(withRenderStore(app.getRequestHandler()))), reader),
    posts,
  );
  const pageCache =
    dev || settings.PAGE_CACHE === 'off'
      ? null
      : createPageCache({
          render,
          policy,
          contentVersion: contentVersionReader(reader),
          day: createDayReader(),
          host: settings.SITE_URL ? new URL(settings.SITE_URL).host : `localhost:${settings.PORT}`,
          https,
          maxBytes: settings.PAGE_CACHE_MB * MEBIBYTE,
        });
  const visitorPages = pageCache && createVisitorPages(pageCache);
  const staticFiles = dev ? null : createStaticFiles(SERVED_FOLDER);
  const streetFile = settings.MAP_PMTILES_FILE ? createStreetFile(settings.MAP_PMTILES_FILE) : null;
  server.on(
    'request',
    createListener({
      render,
      pageCache,
      visitorPages,
      staticFiles,
      streetFile,
      policy,
      https,
      phase: () => phase,
      log,
    }),
  );

  let jobs: RunningJobs | null = null;
  const stop = async () => {
    phase = { name: 'stopping' };
    await Promise.all([drain(server), jobs?.stop()]);
    await app.close();
    reader.close();
  };
  await listen(server, settings.PORT);
  try {
    await app.prepare();
  } catch (error) {
    await stop();
    throw error;
  }
  phase = { name: 'ready' };
  if (settings.JOBS === 'on') {
    // Only here: they need the database client, which the server itself does not.
    const { startJobs } = await import('@/lib/jobs/scheduler');
    jobs = startJobs(log);
  }
  return { port: settings.PORT, stop };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Without a host Node listens on every address, IPv6 and IPv4.
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function drain(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(timer);
}

/** What cannot even be read as a request gets the shortest answer there is. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket, log: Log): void {
  log.info('Unreadable request', { code: error.code ?? 'unknown' });
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const text =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? `The address or the headers are too long (at most ${LONGEST_HEADERS} bytes).\n`
      : 'This is not a request that the server can read.\n';
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `X-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
