import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from './capture';

/** A route of `app/api` that takes forms. */
export interface PostRoute {
  POST?: (request: Request) => Promise<Response>;
}

/** The routes that take the desk's forms, by their addresses; each is loaded when it is first asked for. */
export type PostRoutes = ReadonlyMap<string, () => Promise<PostRoute>>;

const FORM = /^application\/x-www-form-urlencoded\b/i;

/**
 * Hands the desk's forms of texts straight to their routes. On its way through Next such a form takes as long as all that a decision
 * does (docs/decisions/0021-desk-posts.md). Files, and everything else, go the usual way.
 */
export function withDeskPosts(render: RequestHandler, routes: PostRoutes): RequestHandler {
  return async (req, res) => {
    const load = req.method === 'POST' ? routes.get((req.url ?? '').split('?', 1)[0] ?? '') : undefined;
    if (!load || !FORM.test(req.headers['content-type'] ?? '')) return render(req, res);
    const { POST } = await load();
    if (!POST) return render(req, res);
    const body = await text(req).catch(() => null);
    // The visitor is gone, or was told that the body is too slow.
    if (body === null || res.headersSent) return;
    await send(await POST(new Form(req, body)), res);
  };
}

/** A request with a form that has arrived whole: nothing of it is read from a stream any more. */
class Form extends Request {
  readonly #fields: URLSearchParams;

  constructor(req: IncomingMessage, body: string) {
    super(new URL(req.url ?? '/', `http://${hostOf(req)}`), { method: 'POST', headers: headersOf(req) });
    this.#fields = new URLSearchParams(body);
  }

  override async formData(): Promise<FormData> {
    const form = new FormData();
    for (const [name, value] of this.#fields) form.append(name, value);
    return form;
  }
}

function hostOf({ headers: { host = '' } }: IncomingMessage): string {
  return URL.canParse(`http://${host}`) ? host : 'localhost';
}

function headersOf(req: IncomingMessage): [string, string][] {
  return Object.entries(req.headers).flatMap(([name, value = []]) => {
    if (name.startsWith(':')) return [];
    return Array.isArray(value) ? value.map((each): [string, string] => [name, each]) : [[name, value]];
  });
}

async function send(answer: Response, res: ServerResponse): Promise<void> {
  res.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') res.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('set-cookie', cookies);
  if (answer.body === null) res.end();
  // A visitor who does not wait for the rest of a file breaks nothing.
  else await pipeline(Readable.fromWeb(answer.body as never), res).catch(() => res.destroy());
}
