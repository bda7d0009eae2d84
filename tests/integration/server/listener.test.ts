import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { RequestHandler } from '@/server/capture';
import { LONGEST_ADDRESS } from '@/server/request-checks';
import { createStaticFiles } from '@/server/static-files';
import { nextLikePage, startTestServer, type TestServer } from './support';

let server: TestServer;
afterEach(() => server.close());
const page: RequestHandler = (req, res) => void res.end(nextLikePage(req));

describe('every answer', () => {
  it.each(['/', '/theme', '/api/v1/enterprises', '/%00', '/preduzeca/nema'])(
    '%s carries the security headers',
    async (address) => {
      server = await startTestServer(page);
      const { headers } = await server.ask(address);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'permissions-policy': expect.stringContaining('geolocation=(self)'),
        'x-request-id': expect.stringMatching(/^[0-9a-f]{10}$/),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('set-cookie');
    },
  );
});

describe('bad requests', () => {
  it.each(['/%E0%A4%A', '/%00', '/a%5Cb', '//evil.example/'])('%s gets a clear page, not an error', async (address) => {
    server = await startTestServer(page);
    const answer = await server.ask(address);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('<html lang="sr-Latn">');
    expect(answer.text).toMatch(/<h1>.+<\/h1>/);
  });

  it('speaks the language of the address', async () => {
    server = await startTestServer(page);
    expect((await server.ask('/en/%00')).text).toContain('<html lang="en">');
    const cyrillic = (await server.ask('/cir/%00')).text;
    expect(cyrillic).toContain('<html lang="sr-Cyrl">');
    expect(cyrillic).toMatch(/<h1>[А-Яа-яЂ-џ ]+<\/h1>/);
  });

  it('an endless query to the interface is a 400 that names the field', async () => {
    server = await startTestServer(page);
    const answer = await server.ask(`/api/v1/enterprises?limit=5&q=${'a'.repeat(LONGEST_ADDRESS)}`);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400, errors: [{ field: 'q', reason: 'too long' }] });
  });

  it.each(['TRACE', 'PUT', 'DELETE'])('%s is refused with what is allowed', async (method) => {
    server = await startTestServer(page);
    const answer = await server.ask('/', {}, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS, POST');
  });

  it('to the interface get application/problem+json', async () => {
    server = await startTestServer(page);
    const answer = await server.ask('/api/v1/enterprises/%E0%A4%A');
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400, title: 'The address is not valid' });
  });

  it('a broken escape in a query is read as written', async () => {
    const asked: string[] = [];
    server = await startTestServer((req, res) => {
      asked.push(req.url ?? '');
      res.end(nextLikePage(req));
    });
    expect((await server.ask('/preduzeca?q=50%')).status).toBe(200);
    expect(asked).toEqual(['/preduzeca?q=50%25']);
  });
});

describe('before and after serving', () => {
  it('everything is 503 with the reason, to be tried again', async () => {
    server = await startTestServer(page);
    server.setPhase({ name: 'starting', reason: 'The server is starting' });
    const health = await server.ask('/api/health');
    expect(health.status).toBe(503);
    expect(JSON.parse(health.text)).toMatchObject({ status: 503, detail: 'The server is starting' });
    expect(health.headers['retry-after']).toBeDefined();
    const answer = await server.ask('/en');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('Try again');
    server.setPhase({ name: 'stopping' });
    expect((await server.ask('/')).status).toBe(503);
    server.setPhase({ name: 'ready' });
    expect((await server.ask('/')).status).toBe(200);
  });
});

describe('files', () => {
  function servedFolder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'served-'));
    mkdirSync(path.join(folder, '_next/static'), { recursive: true });
    writeFileSync(path.join(folder, '_next/static/a.js'), 'plain()');
    writeFileSync(path.join(folder, '_next/static/a.js.br'), zlib.brotliCompressSync('plain()'));
    writeFileSync(path.join(folder, 'icon.svg'), '<svg/>');
    writeFileSync(path.join(folder, '.secret'), 'x');
    return folder;
  }

  it('go out compressed as they lie on the disk, for ever where the name says so', async () => {
    const folder = servedFolder();
    server = await startTestServer(page, { staticFiles: createStaticFiles(folder) });
    const file = await server.ask('/_next/static/a.js', { 'accept-encoding': 'gzip, br' });
    expect(file.headers['content-encoding']).toBe('br');
    expect(zlib.brotliDecompressSync(file.body).toString()).toBe('plain()');
    expect(file.headers['cache-control']).toContain('immutable');
    expect(file.headers['content-type']).toContain('javascript');
    expect((await server.ask('/icon.svg')).headers['cache-control']).toBe('public, max-age=3600');
    rmSync(folder, { recursive: true });
  });

  it.each(['/_next/static/gone.js', '/_next/static/../../.secret', '/_next/static/%2e%2e/%2e%2e/.secret'])(
    '%s is not there',
    async (address) => {
      const folder = servedFolder();
      server = await startTestServer(page, { staticFiles: createStaticFiles(folder) });
      const answer = await server.ask(address);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('x\n');
      rmSync(folder, { recursive: true });
    },
  );

  it('one that vanished after the start breaks one answer and not the server', async () => {
    const folder = servedFolder();
    server = await startTestServer(page, { staticFiles: createStaticFiles(folder) });
    rmSync(path.join(folder, 'icon.svg'));
    await server.ask('/icon.svg').catch(() => 'broken off');
    expect((await server.ask('/')).status).toBe(200);
    rmSync(folder, { recursive: true });
  });
});

describe('data', () => {
  it('is compressed on its way, piece by piece', async () => {
    let more = () => {};
    server = await startTestServer((_req, res) => {
      res.setHeader('Content-Type', 'text/csv; charset=utf-8');
      res.write(`${'naziv;mesto\n'.repeat(200)}`);
      (res as typeof res & { flush: () => void }).flush();
      more = () => void res.end('kraj\n');
    });
    const response = await fetch(`${server.origin}/api/v1/enterprises.csv`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? []).toString()).toContain('naziv;mesto');
    more();
    let rest = '';
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      rest += Buffer.from(piece.value).toString();
    }
    expect(rest).toContain('kraj');
  });

  it('may be used by pages of other sites', async () => {
    server = await startTestServer(page);
    expect((await server.ask('/api/v1/enterprises')).headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect((await server.ask('/')).headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('the log', () => {
  it('names refused and failed requests, and nothing that was searched for', async () => {
    server = await startTestServer((_req, res) => {
      res.statusCode = 500;
      res.end();
    });
    await server.ask('/api/v1/enterprises?q=tajna');
    await server.ask('/%00?q=tajna');
    await expect.poll(() => server.lines.length).toBe(2);
    expect(server.lines[0]).toMatch(/ error GET \/api\/v1\/enterprises status=500 ms=\d+ reference=[0-9a-f]{10}$/);
    expect(server.lines[1]).toMatch(/ info {2}GET \/%00 status=400 /);
    expect(server.lines.join()).not.toContain('tajna');
  });
});
