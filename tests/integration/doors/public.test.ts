import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/tests/support/database';
import { PUBLIC_DOORS } from '@/tests/support/doors/public-doors';
import { listPublicRoutes, listServerActions, ROOT } from '@/tests/support/doors/routes';
import { snapshotOf } from '@/tests/support/doors/snapshot';
import { createStoryDatabase, sendAndConfirm } from '../submissions/support';

/** Every route that is not the desk's: each is known, none knows of staff, and none writes for another site. */
const ROUTES = listPublicRoutes();
const WRITING = ROUTES.flatMap(({ file, name, methods }) =>
  methods
    .filter((method) => !['GET', 'HEAD', 'OPTIONS'].includes(method))
    .map((method) => [method, name, file] as const),
);

let base: TestDatabase;
let before: Record<string, string>;
let statusToken: string;
beforeAll(async () => {
  // A refused form gets its page again, which the running server renders; there is none here.
  vi.stubGlobal('fetch', async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
  base = await createStoryDatabase();
  ({ statusToken } = await sendAndConfirm(base.prisma));
  before = snapshotOf(base.file);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await base.dispose();
});

it('every route outside the desk has its line in tests/support/doors/public-doors.ts, which says who may use it', () => {
  const found = ROUTES.flatMap(({ name, methods }) =>
    methods.filter((method) => method !== 'OPTIONS').map((method) => `${method} ${name}`),
  );
  expect(found.sort()).toEqual(Object.keys(PUBLIC_DOORS).sort());
});

it('there is no server action: a form goes to an address that these tests know', () => {
  expect(listServerActions()).toEqual([]);
});

it.each(ROUTES.map(({ file, source }) => [file, source]))('%s knows nothing of staff', (_, source) => {
  expect(source).not.toMatch(/lib\/(accounts|audit|system|moderation\/commands)/);
});

describe.each(WRITING)('%s %s', (method, name, file) => {
  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://zlo.example', 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed page of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('changes nothing for a form of %s, even with the right secret', async (_, headers) => {
    const module = (await import(path.join(ROOT, file))) as Record<string, (request: Request) => Promise<Response>>;
    const body = new URLSearchParams({
      t: statusToken,
      token: statusToken,
      act: 'withdraw',
      do: 'erase',
      theme: 'dark',
    });
    const request = new Request('https://mapa.example/', {
      method,
      body,
      headers: { host: 'mapa.example', cookie: '', ...headers },
    });
    const answer = await module[method]?.(request);
    expect(answer?.status).toBeGreaterThanOrEqual(name === 'theme' ? 300 : 400);
    expect(snapshotOf(base.file)).toEqual(before);
  });
});
