import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { decode, type Encoding, encode, preferredEncoding } from './encodings';

/** What a kept page needs besides its bodies: its key, its headers, the objects that hold them. */
const OVERHEAD_BYTES = 2_048;

/** The same address answers a navigation inside the app with other content, so a shared cache must tell them apart. */
const VARY = 'Accept-Encoding, Cookie, RSC, Next-Router-State-Tree, Next-Router-Prefetch, Next-Router-Segment-Prefetch';

/** One rendered page, in the encodings in which it was asked for. */
export class KeptPage {
  readonly status: number;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #tag: string;
  readonly #bodies = new Map<Encoding, Buffer>();
  readonly #making = new Map<Encoding, Promise<Buffer>>();
  readonly #asked = new Set<Encoding>();

  /** @param headers the page's own headers, its content security policy included */
  constructor(status: number, headers: Record<string, string>, body: Buffer) {
    this.status = status;
    this.#headers = {
      ...headers,
      'Cache-Control': status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store',
      Vary: VARY,
    };
    this.#tag = createHash('sha256').update(JSON.stringify(headers)).update(body).digest('base64url').slice(0, 22);
    this.#bodies.set('identity', body);
  }

  /** Memory that the page takes at this moment, roughly. */
  get bytes(): number {
    let sum = OVERHEAD_BYTES + JSON.stringify(this.#headers).length;
    for (const body of this.#bodies.values()) sum += body.length;
    return sum;
  }

  /**
   * Answers a GET or HEAD: 304 when the visitor has this very page.
   * @returns whether the page takes another amount of memory than before
   */
  async send(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const encoding = preferredEncoding(req.headers['accept-encoding']);
    const etag = `"${this.#tag}-${encoding}"`;
    if (this.status === 200 && knows(req.headers['if-none-match'], etag)) {
      res.writeHead(304, { ...this.#headers, ETag: etag });
      res.end();
      return false;
    }
    this.#asked.add(encoding);
    const kept = this.#bodies.get(encoding);
    const body = kept ?? (await this.#make(encoding));
    res.writeHead(this.status, {
      ...this.#headers,
      ETag: etag,
      'Content-Length': body.length,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    });
    res.end(req.method === 'HEAD' ? undefined : body);
    return kept === undefined;
  }

  #make(encoding: Encoding): Promise<Buffer> {
    const underWay = this.#making.get(encoding);
    if (underWay) return underWay;
    const [source, bytes] = [...this.#bodies][0] as [Encoding, Buffer];
    const making = encode(decode(bytes, source), encoding)
      .then((made) => {
        this.#bodies.set(encoding, made);
        // Nearly every browser takes brotli; the plain form is five times as large, and can be had back from it.
        if (!this.#asked.has(source)) this.#bodies.delete(source);
        return made;
      })
      .finally(() => this.#making.delete(encoding));
    this.#making.set(encoding, making);
    return making;
  }
}

function knows(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
