import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, nextLikePage, startTestServer, type TestServer } from './support';

let server: TestServer;
let renders: string[] = [];
let seen: IncomingMessage['headers'][] = [];
afterEach(async () => {
  await server.close();
  renders = [];
  seen = [];
});

function page(req: IncomingMessage, res: ServerResponse): void {
  renders.push(req.url ?? '');
  seen.push(req.headers);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Cache-Control', 'private, no-cache, no-store');
  res.write(nextLikePage(req).slice(0, 200));
  setImmediate(() => res.end(nextLikePage(req).slice(200)));
}

describe('a visitor of a public page', () => {
  it('gets it from memory when somebody had it before', async () => {
    server = await startTestServer(page);
    const first = await server.ask('/preduzeca?q=zadruga');
    const second = await server.ask('/preduzeca?q=zadruga');
    expect(second.text).toBe(first.text);
    expect(second.status).toBe(200);
    expect(second.text).toContain('Čačak');
    expect(renders).toEqual(['/preduzeca?q=zadruga']);
    expect(second.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(second.headers.vary).toMatch(/Accept-Encoding.*Cookie.*RSC/);
    expect(Number(second.headers['content-length'])).toBe(second.body.length);
  });

  it('runs exactly the inline scripts of the page, by their hashes, and meets no nonce', async () => {
    server = await startTestServer(page);
    const { text, headers } = await server.ask('/');
    const policy = String(headers['content-security-policy']);
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, content]) => content ?? '');
    expect(scripts).toHaveLength(2);
    for (const script of scripts) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    }
    expect(text + policy).not.toMatch(/nonce-|nonce="/);
    expect(policy).not.toContain('unsafe');
  });

  it('cannot be made to run a script that got into a record', async () => {
    server = await startTestServer((req, res) => {
      res.setHeader('Content-Type', 'text/html');
      res.end(nextLikePage(req, '<script>steal()</script><script nonce="guess">steal()</script>'));
    });
    const { headers } = await server.ask('/preduzeca/nasa-kuca');
    const stolen = createHash('sha256').update('steal()').digest('base64');
    expect(headers['content-security-policy']).not.toContain(stolen);
    expect(String(headers['content-security-policy']).match(/sha256-/g)).toHaveLength(2);
  });

  it('sees it in the colours that were chosen', async () => {
    server = await startTestServer(page);
    for (const [cookie, theme] of [
      ['theme=dark', 'dark'],
      ['theme=light', 'light'],
      ['', 'system'],
    ] as const) {
      const { text } = await server.ask('/', { cookie });
      expect(text).toContain(`data-theme="${theme}"`);
    }
    expect(renders).toHaveLength(3);
    await server.ask('/', { cookie: 'other=1; theme=dark' });
    expect(renders).toHaveLength(3);
  });

  it('is told that nothing changed when that is so', async () => {
    server = await startTestServer(page);
    const { headers } = await server.ask('/', { 'accept-encoding': 'br' });
    const again = { 'accept-encoding': 'br', 'if-none-match': String(headers.etag) };
    const known = await server.ask('/', again);
    expect(known.status).toBe(304);
    expect(known.body).toHaveLength(0);
    expect(known.headers.etag).toBe(headers.etag);
    expect((await server.ask('/', { ...again, 'if-none-match': '"other"' })).status).toBe(200);
    // A plain copy is not the compressed one.
    expect((await server.ask('/', { 'if-none-match': String(headers.etag) })).status).toBe(200);
  });

  it.each([
    ['br', zlib.brotliDecompressSync],
    ['gzip', zlib.gunzipSync],
  ])('gets it in %s, whatever form others asked for before', async (encoding, decompress) => {
    server = await startTestServer(page);
    const compressed = await server.ask('/', { 'accept-encoding': encoding });
    const other = await server.ask('/', { 'accept-encoding': encoding === 'br' ? 'gzip' : 'br' });
    const plain = await server.ask('/');
    expect(compressed.headers['content-encoding']).toBe(encoding);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(decompress(compressed.body).toString()).toBe(plain.text);
    expect(new Set([compressed.headers.etag, other.headers.etag, plain.headers.etag]).size).toBe(3);
    expect(renders).toHaveLength(1);
  });

  it('with HEAD gets the same headers and no body', async () => {
    server = await startTestServer(page);
    const got = await server.ask('/');
    const head = await server.ask('/', {}, 'HEAD');
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
    expect(head.headers.etag).toBe(got.headers.etag);
    expect(renders).toHaveLength(1);
  });
});

describe('after a change', () => {
  it('the very next visitor sees it, though another connection wrote', async () => {
    let words = 'staro';
    server = await startTestServer((req, res) => void res.end(nextLikePage(req, words)));
    expect((await server.ask('/')).text).toContain('staro');
    words = 'novo';
    expect((await server.ask('/')).text).toContain('staro');
    server.write();
    expect((await server.ask('/')).text).toContain('novo');
  });

  it('a page that was being rendered meanwhile is not kept, and nobody who comes later gets it', async () => {
    let words = 'staro';
    const held: (() => void)[] = [];
    server = await startTestServer((req, res) => {
      const html = nextLikePage(req, words);
      if (words === 'staro') held.push(() => res.end(html));
      else res.end(html);
    });
    const early = server.ask('/');
    await expect.poll(() => held.length).toBe(1);
    words = 'novo';
    server.write();
    expect((await server.ask('/')).text).toContain('novo');
    held[0]?.();
    expect((await early).text).toContain('staro');
    expect((await server.ask('/')).text).toContain('novo');
  });

  it('of the day the pages are rendered anew', async () => {
    server = await startTestServer(page);
    await server.ask('/');
    server.setDay('2026-11-24');
    await server.ask('/');
    expect(renders).toHaveLength(2);
  });
});

describe('what one visitor sends reaches no other', () => {
  it('a page is rendered without host, language, cookies or headers of whoever came first', async () => {
    server = await startTestServer(page);
    await server.ask('/', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      cookie: 'session=secret; theme=dark',
      'accept-language': 'de',
      'x-theme': '"><script>',
      'content-security-policy': "script-src 'nonce-known'",
      authorization: 'Basic x',
    });
    expect(seen[0]?.host).toBe('mapa.test');
    expect(seen[0]?.cookie).toBe('theme=dark');
    expect(seen[0]?.['x-theme']).toBe('dark');
    expect(seen[0]?.['content-security-policy']).not.toContain('known');
    for (const name of ['x-forwarded-host', 'accept-language', 'authorization'])
      expect(seen[0]).not.toHaveProperty(name);
  });

  it('an answer that sets a cookie is not kept', async () => {
    server = await startTestServer((req, res) => {
      renders.push(req.url ?? '');
      res.setHeader('Set-Cookie', 'a=b');
      res.end(nextLikePage(req));
    });
    expect((await server.ask('/')).headers['set-cookie']).toEqual(['a=b']);
    expect(server.cache.figures().pages).toBe(0);
  });

  it('navigations inside the app, other methods and other addresses pass by the cache', async () => {
    server = await startTestServer(page);
    await server.ask('/', { rsc: '1' });
    await server.ask('/', { 'next-router-prefetch': '1' });
    await server.ask('/', {}, 'POST');
    await server.ask('/api/v1/enterprises');
    await server.ask('/theme');
    expect(renders).toHaveLength(5);
    expect(server.cache.figures().pages).toBe(0);
  });

  it('a page rendered for one visitor alone has a nonce that fits its policy and is never the same', async () => {
    server = await startTestServer(page);
    const nonces = [];
    for (const _ of [1, 2]) {
      const { text, headers } = await server.ask('/theme');
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'none';
      expect(text).toContain(`<script nonce="${nonce}">`);
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});

describe('many at once', () => {
  it('who ask for the same page cause one render', async () => {
    server = await startTestServer((req, res) => {
      renders.push(req.url ?? '');
      setTimeout(() => res.end(nextLikePage(req)), 30);
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.ask('/preduzeca')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(renders).toHaveLength(1);
  });

  it('one who leaves does not take the page from the others', async () => {
    server = await startTestServer((req, res) => {
      renders.push(req.url ?? '');
      setTimeout(() => res.end(nextLikePage(req)), 50);
    });
    const leaver = new AbortController();
    const left = fetch(`${server.origin}/preduzeca`, { signal: leaver.signal }).catch(() => 'left');
    await expect.poll(() => renders.length).toBe(1);
    const other = server.ask('/preduzeca');
    leaver.abort();
    expect(await left).toBe('left');
    expect((await other).status).toBe(200);
    expect(renders).toHaveLength(1);
  });

  it('made-up queries take bounded memory and leave the real pages in it', async () => {
    server = await startTestServer(page, { maxBytes: 200_000 });
    await server.ask('/');
    for (let n = 0; n < 200; n += 1) await server.ask(`/preduzeca?q=made-up-${n}`);
    expect(server.cache.figures().bytes).toBeLessThanOrEqual(200_000);
    expect(server.cache.figures().pages).toBeGreaterThan(5);
    renders = [];
    await server.ask('/');
    expect(renders).toEqual([]);
  });

  it('beyond what can be rendered are asked to come back, and the server goes on', async () => {
    const held: (() => void)[] = [];
    server = await startTestServer((req, res) => void held.push(() => res.end(nextLikePage(req))), {
      maxRenders: 2,
      maxWaiting: 3,
    });
    const answers: Answer[] = [];
    const all = Array.from({ length: 10 }, async (_, n) => answers.push(await server.ask(`/preduzeca?q=${n}`)));
    // Two are rendered and three wait; the other five are answered at once.
    await expect.poll(() => answers.length).toBe(5);
    for (const { status, headers } of answers) {
      expect(status).toBe(503);
      expect(headers['retry-after']).toBeDefined();
    }
    for (let released = 0; released < 5; released += 1) {
      await expect.poll(() => held.length).toBeGreaterThan(released);
      held[released]?.();
    }
    await Promise.all(all);
    expect(answers.slice(5).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});

describe('a page that is not there', () => {
  it.each([404, 500])('with status %s is shown and not kept', async (status) => {
    server = await startTestServer((req, res) => {
      renders.push(req.url ?? '');
      res.statusCode = status;
      res.end(nextLikePage(req, 'nema'));
    });
    const answer = await server.ask('/preduzeca/nema-je');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('nema');
    expect(answer.headers['cache-control']).toBe('no-store');
    await server.ask('/preduzeca/nema-je');
    expect(renders).toHaveLength(2);
  });

  it('but has moved is answered with its new address', async () => {
    server = await startTestServer((_req, res) => {
      res.writeHead(308, { Location: '/preduzeca/novo-ime' });
      res.end();
    });
    const answer = await server.ask('/preduzeca/staro-ime');
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe('/preduzeca/novo-ime');
  });
});

it('a renderer that throws gives a page with a reference, which the log knows', async () => {
  server = await startTestServer(() => {
    throw new Error('no such table');
  });
  const answer = await server.ask('/en');
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('no such table');
  const reference = /reference ([0-9a-f]{10})/.exec(answer.text)?.[1] ?? 'none';
  expect(server.lines.some((line) => line.includes('no such table') && line.includes(reference))).toBe(true);
});
