import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJob } from '@/lib/jobs/run';
import { isPublicAddress } from '@/lib/keeping/links/addresses';
import { checkLinks } from '@/lib/keeping/links/check-links';
import { lookAt, publicReach, type Reach } from '@/lib/keeping/links/look';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';

let server: Server;
let port = 0;
const seen: string[] = [];
let agents = new Set<string>();

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    agents.add(request.headers['user-agent'] ?? '');
    const to = (status: number, location?: string) => response.writeHead(status, location ? { location } : {}).end();
    switch (request.url) {
      case '/ok':
        return to(200);
      case '/no-head':
        return to(request.method === 'HEAD' ? 405 : 200);
      case '/gone':
        return to(410);
      case '/trouble':
        return to(500);
      case '/door':
        return to(403);
      case '/moved':
        return to(301, '/ok');
      case '/for-now':
        return to(302, '/ok');
      case '/inside':
        return to(302, 'http://inside.example/secret');
      case '/circle':
        return to(302, '/circle');
      case '/file':
        return to(302, 'file:///etc/passwd');
      case '/slow':
        return;
      default:
        return to(404);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Only these tests may reach this machine, and only under one name; `inside.example` resolves to a private address. */
const reach = (): Reach => ({
  resolve: async (host) => (host === 'site.example' ? ['127.0.0.1'] : host === 'inside.example' ? ['10.0.0.7'] : []),
  isAllowed: (address) => address === '127.0.0.1',
  ports: 'any',
  userAgent: 'SolidarnaMapa-LinkCheck/1.0 (+https://mapa.example)',
  timeoutMs: 300,
});
const site = (path: string) => `http://site.example:${port}${path}`;

describe('one address', () => {
  it.each([
    ['/ok', { outcome: 'ok', httpStatus: 200 }],
    ['/no-head', { outcome: 'ok', httpStatus: 200 }],
    ['/door', { outcome: 'ok', httpStatus: 403 }],
    ['/for-now', { outcome: 'ok', httpStatus: 200 }],
    ['/gone', { outcome: 'dead', httpStatus: 410 }],
    ['/nothing', { outcome: 'dead', httpStatus: 404 }],
    ['/trouble', { outcome: 'silent', httpStatus: null }],
    ['/slow', { outcome: 'silent', httpStatus: null }],
    ['/circle', { outcome: 'silent', httpStatus: null }],
    ['/file', { outcome: 'silent', httpStatus: null }],
  ])('%s', async (path, expected) => {
    expect(await lookAt(site(path), reach())).toEqual(expected);
  });

  it('a page that moved for good tells where', async () => {
    expect(await lookAt(site('/moved'), reach())).toEqual({ outcome: 'moved', httpStatus: 301, movedTo: site('/ok') });
  });

  it('never leads to a private address: not by name, not by number, not by a redirect, not on another port', async () => {
    const silent = { outcome: 'silent', httpStatus: null };
    seen.length = 0;
    expect(await lookAt(site('/inside'), reach())).toEqual(silent);
    expect(await lookAt('http://inside.example/', reach())).toEqual(silent);
    expect(await lookAt(`http://127.0.0.1:${port}/ok`, publicReach(undefined))).toEqual(silent);
    expect(await lookAt(`http://[::ffff:127.0.0.1]:${port}/ok`, publicReach(undefined))).toEqual(silent);
    expect(await lookAt('http://169.254.169.254/latest/meta-data', publicReach(undefined))).toEqual(silent);
    const both = { ...reach(), resolve: async () => ['8.8.8.8', '10.0.0.7'], isAllowed: isPublicAddress };
    expect(await lookAt('http://two.example/', both)).toEqual(silent);
    expect(await lookAt(site('/ok'), { ...reach(), ports: [80, 443] })).toEqual(silent);
    expect(seen).toEqual(['HEAD /inside']);
  });
});

describe('the night', () => {
  let base: TestDatabase;
  beforeAll(async () => {
    base = await createRealDatabase();
    await base.prisma.contact.deleteMany({});
    const [one, two] = await base.prisma.enterprise.findMany({ take: 2, orderBy: { id: 'asc' } });
    for (const [enterpriseId, kind, path] of [
      [one?.id, 'website', '/gone'],
      [one?.id, 'shop', '/ok'],
      [two?.id, 'website', '/ok'],
      [two?.id, 'facebook', '/nothing'],
    ] as const) {
      await base.prisma.contact.create({ data: { enterpriseId: enterpriseId ?? 0, kind, value: site(path) } });
    }
  });
  afterAll(() => base.dispose());

  const night = (day: number, limit = 10) =>
    checkLinks({ limit, reach: reach(), pauseMs: 0 }, new Date(Date.UTC(2026, 10, day, 1)));

  it('each address once a night, some in a night, and two nights make it broken', async () => {
    agents = new Set();
    seen.length = 0;
    // What a dry run says is what a run would look at.
    expect(await runJob('linkCheck', { dryRun: true })).toMatchObject({ value: { due: 2 } });
    expect(await night(1, 1)).toMatchObject({ checked: 1 });
    expect(await night(1)).toMatchObject({ checked: 1 });
    expect(await night(1)).toEqual({ checked: 0, failing: 0 });
    expect(await night(2)).toEqual({ checked: 2, failing: 1 });
    const row = await base.prisma.linkCheck.findUniqueOrThrow({ where: { url: site('/gone') } });
    expect(row).toMatchObject({ outcome: 'dead', httpStatus: 410, failures: 2 });
    expect(seen.some((line) => line.endsWith('/nothing'))).toBe(false);
    expect([...agents]).toEqual(['SolidarnaMapa-LinkCheck/1.0 (+https://mapa.example)']);
    await base.prisma.contact.deleteMany({ where: { value: site('/gone') } });
    await night(3);
    expect(await base.prisma.linkCheck.count({ where: { url: site('/gone') } })).toBe(0);
  });
});

it.each([
  ['8.8.8.8', true],
  ['2a00:1450:4001:80b::200e', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::a00:1', false],
  ['nije adresa', false],
])('%s is of the public internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
