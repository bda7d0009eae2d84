import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** What a request handler answered, in memory. */
export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

export type RequestHandler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/**
 * Runs a request handler for a GET of an address with exactly these headers and nothing of any visitor's
 * request, and collects the answer. No socket is involved, so a visitor who leaves does not break it off.
 */
export async function captureAnswer(
  handler: RequestHandler,
  address: string,
  headers: Record<string, string>,
): Promise<Captured> {
  const req = new IncomingMessage(new Socket());
  req.method = 'GET';
  req.url = address;
  req.httpVersion = '1.1';
  req.httpVersionMajor = 1;
  req.httpVersionMinor = 1;
  Object.assign(req.headers, headers);
  req.rawHeaders.push(...Object.entries(headers).flat());
  req.complete = true;
  req.push(null);
  const res = new CapturedResponse(req);
  const finished = new Promise<void>((resolve, reject) => {
    res.once('finish', resolve);
    res.once('error', reject);
    res.once('close', () => reject(new Error('The answer was broken off')));
  });
  await Promise.all([handler(req, res), finished]);
  return { status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(res.chunks) };
}

/** A response that keeps its body instead of sending it. */
class CapturedResponse extends ServerResponse {
  readonly chunks: Buffer[] = [];

  // Node keeps headers that are given here only in the form in which they would be sent.
  override writeHead(status: number, ...rest: unknown[]): this {
    const headers = rest.at(-1);
    if (Array.isArray(headers)) {
      for (let i = 0; i + 1 < headers.length; i += 2) this.appendHeader(String(headers[i]), String(headers[i + 1]));
    } else if (typeof headers === 'object' && headers !== null) {
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value);
    }
    return super.writeHead(status);
  }

  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode);
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.flushHeaders();
    this.#keep(chunk, rest[0]);
    callLast(rest);
    return true;
  }

  override end(...args: unknown[]): this {
    if (this.writableEnded) return this;
    this.flushHeaders();
    if (typeof args[0] !== 'function') this.#keep(args[0], args[1]);
    // Node derives writableEnded and writableFinished from this; the handler above us looks at both.
    this.finished = true;
    callLast(args);
    this.emit('finish');
    this.emit('close');
    return this;
  }

  #keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') this.chunks.push(Buffer.from(chunk, encoding as BufferEncoding | undefined));
    else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }
}

function callLast(args: unknown[]): void {
  const last = args.at(-1);
  if (typeof last === 'function') process.nextTick(last as () => void);
}
