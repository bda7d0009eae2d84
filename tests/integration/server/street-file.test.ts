import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PmtilesSource } from 'protomaps-leaflet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forOurMap } from '@/components/map/live/street-file';
import type { Locale } from '@/lib/i18n/locales';
import { STREET_FILE_ADDRESS } from '@/lib/map/streets';
import { createStreetFile } from '@/server/street-file';
import { streetArchive, vectorTile } from '@/tests/support/street-archive';
import { startTestServer, type TestServer } from './support';

const CONTENT = Buffer.from('0123456789'.repeat(100));
let folder: string;
let file: string;
let server: TestServer;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'streets-test-'));
  file = path.join(folder, 'serbia.pmtiles');
  writeFileSync(file, CONTENT);
  server = await startTestServer((_req, res) => void res.writeHead(404).end('a page'), {
    streetFile: createStreetFile(file),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
const ask = (headers: Record<string, string> = {}, method = 'GET') => server.ask(STREET_FILE_ADDRESS, headers, method);
const etagOf = async () => String((await ask({}, 'HEAD')).headers.etag);

describe('the file of streets', () => {
  it.each([
    ['bytes=0-9', '0123456789', 'bytes 0-9/1000'],
    ['bytes=995-', '56789', 'bytes 995-999/1000'],
    ['bytes=-3', '789', 'bytes 997-999/1000'],
    ['bytes=998-5000', '89', 'bytes 998-999/1000'],
  ])('%s gets those bytes and no more, never compressed', async (range, text, place) => {
    const answer = await ask({ range, 'accept-encoding': 'br, gzip' });
    expect(answer).toMatchObject({ status: 206, text });
    expect(answer.headers).toMatchObject({
      'content-range': place,
      'content-length': String(text.length),
      'content-type': 'application/vnd.pmtiles',
      'cache-control': expect.stringContaining('no-transform'),
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers).not.toHaveProperty('content-encoding');
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('%s lies outside: 416 with the size', async (range) => {
    const answer = await ask({ range });
    expect(answer).toMatchObject({ status: 416, text: '' });
    expect(answer.headers['content-range']).toBe('bytes */1000');
  });

  it.each([undefined, 'bytes=9-3', 'bytes=-', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'])(
    'range %s: the whole file',
    async (range) => {
      const answer = await ask(range === undefined ? {} : { range });
      expect(answer.status).toBe(200);
      expect(answer.headers['accept-ranges']).toBe('bytes');
      expect(answer.body.equals(CONTENT)).toBe(true);
    },
  );

  it('HEAD tells the size and sends nothing', async () => {
    const answer = await ask({ range: 'bytes=0-9' }, 'HEAD');
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(answer.headers['content-length']).toBe('1000');
  });

  it('a visitor who has it is told so', async () => {
    expect((await ask({ 'if-none-match': await etagOf() })).status).toBe(304);
  });

  it('If-Range gives a piece of the same file, and the whole of another one', async () => {
    const etag = await etagOf();
    expect((await ask({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    writeFileSync(file, Buffer.from('another file'));
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    const answer = await ask({ range: 'bytes=0-1', 'if-range': etag });
    expect(answer).toMatchObject({ status: 200, text: 'another file' });
    expect(answer.headers.etag).not.toBe(etag);
  });

  it('that is gone is a 404, and the server goes on', async () => {
    rmSync(file);
    expect(await ask({ range: 'bytes=0-9' })).toMatchObject({ status: 404, text: 'Not found\n' });
    writeFileSync(file, CONTENT);
    expect((await ask({ range: 'bytes=0-9' })).status).toBe(206);
  });

  it('a visitor who leaves half-way costs nothing: the next one is served', async () => {
    writeFileSync(file, Buffer.alloc(20_000_000));
    const controller = new AbortController();
    const answer = await fetch(`${server.origin}${STREET_FILE_ADDRESS}`, { signal: controller.signal });
    await answer.body?.getReader().read();
    controller.abort();
    expect((await ask({ range: 'bytes=0-9' })).status).toBe(206);
    expect(server.lines.filter((line) => line.includes('error'))).toEqual([]);
  });

  it.each(['/map/other.pmtiles', '/map/streets.pmtiles/x', '/map/../serbia.pmtiles', '/map/%2e%2e/serbia.pmtiles'])(
    'is all there is: %s is not served',
    async (address) => {
      const { text, status } = await server.ask(address);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('0123456789');
    },
  );
});

describe('the streets on the map, read from the server', () => {
  const TILE = vectorTile({
    roads: [
      {
        type: 'line',
        properties: { kind: 'major_road', name: 'Цара Душана' },
        points: [
          [0, 0],
          [4096, 4096],
        ],
      },
    ],
    places: [
      {
        type: 'point',
        properties: { kind: 'locality', name: 'Ниш', 'name:sr': 'Ниш', 'name:en': 'Niš' },
        points: [[9, 9]],
      },
      { type: 'point', properties: { kind: 'country', name: 'Србија', 'name:sr': 'Србија' }, points: [[1, 1]] },
    ],
    boundaries: [
      {
        type: 'line',
        properties: { kind: 'country' },
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  });

  async function read(locale: Locale, onRead = () => {}) {
    writeFileSync(file, streetArchive(TILE, 6));
    const source = new PmtilesSource(`${server.origin}${STREET_FILE_ADDRESS}`, false);
    return forOurMap(source, locale, onRead).get({ z: 6, x: 35, y: 23 }, 256);
  }

  it.each([
    ['sr-Latn', 'name:sr', 'Niš', 'Cara Dušana'],
    ['sr-Cyrl', 'name:sr', 'Ниш', 'Цара Душана'],
    ['en', 'name:en', 'Niš', 'Cara Dušana'],
  ] as const)('have their names in the script of %s', async (locale, key, town, street) => {
    const layers = await read(locale);
    expect(layers.get('places')?.map(({ props }) => props[key])).toEqual([town]);
    expect(layers.get('roads')?.map(({ props }) => props.name)).toEqual([street]);
  });

  it('leave borders and countries to the base map, which draws them as the owner has set', async () => {
    const layers = await read('sr-Latn');
    expect([...layers.keys()]).toEqual(['roads', 'places']);
    expect(layers.get('places')?.map(({ props }) => props.kind)).toEqual(['locality']);
  });

  it('are told to be there only when a tile has been read', async () => {
    let reads = 0;
    await read('sr-Latn', () => reads++);
    expect(reads).toBe(1);
    writeFileSync(file, 'broken');
    const broken = forOurMap(new PmtilesSource(`${server.origin}${STREET_FILE_ADDRESS}`, false), 'en', () => reads++);
    await expect(broken.get({ z: 6, x: 35, y: 23 }, 256)).rejects.toThrow();
    expect(reads).toBe(1);
  });
});
