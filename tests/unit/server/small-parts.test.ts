import { describe, expect, it } from 'vitest';
import { createGate, TooBusyError } from '@/lib/shared/gate';
import { ByteLru } from '@/server/byte-lru';
import { createDayReader } from '@/server/day';
import { decode, type Encoding, encode, preferredEncoding } from '@/server/encodings';
import { createLog } from '@/server/log';
import { cacheControlOf } from '@/server/static-files';
import { themeOf } from '@/server/theme';

describe('the theme', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['theme=dark', 'dark'],
    ['a=b; theme=light; c=d', 'light'],
    ['theme=purple', null],
    ['theme=darker', null],
    ['mytheme=dark', null],
    ['x=1;theme=dark', 'dark'],
  ])('of the cookie %s is %s', (cookie, theme) => {
    expect(themeOf(cookie)).toBe(theme);
  });
});

describe('the encoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.0', 'identity'],
    ['gzip;q=0.5, br;q=0.1', 'br'],
    ['GZIP', 'gzip'],
    ['identity', 'identity'],
  ])('for %s is %s', (header, encoding) => {
    expect(preferredEncoding(header)).toBe(encoding);
  });

  it.each<Encoding>(['br', 'gzip', 'identity'])('%s can be undone', async (encoding) => {
    const body = Buffer.from('Čačak, Ђорђе '.repeat(500));
    expect(decode(await encode(body, encoding), encoding)).toEqual(body);
  });
});

describe('the store of pages', () => {
  it('never holds more bytes than allowed, and drops what was unused for longest', () => {
    const lru = new ByteLru<string>(800);
    for (let i = 0; i < 8; i += 1) lru.set(`k${i}`, `v${i}`, 100);
    lru.get('k0');
    lru.set('k8', 'v8', 100);
    expect(lru.bytes).toBe(800);
    expect(lru.get('k0')).toBe('v0');
    expect(lru.get('k1')).toBeUndefined();
  });

  it('refuses one value that would push out many', () => {
    const lru = new ByteLru<string>(800);
    lru.set('small', 'v', 100);
    lru.set('large', 'v', 101);
    expect(lru.get('large')).toBeUndefined();
    expect(lru.get('small')).toBe('v');
  });

  it('counts a value that grew, and not one that was dropped meanwhile', () => {
    const lru = new ByteLru<object>(8_000);
    const value = {};
    lru.set('k', value, 100);
    lru.resize('k', value, 300);
    lru.resize('k', {}, 900);
    expect(lru.bytes).toBe(300);
  });
});

describe('the gate', () => {
  it('lets so many through at a time, in their order, and turns the rest away at once', async () => {
    const gate = createGate(2, 2);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const task = (n: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      order.push(n);
    };
    const accepted = [1, 2, 3, 4].map((n) => gate(task(n)));
    await expect(gate(task(5))).rejects.toThrow(TooBusyError);
    await Promise.all(accepted);
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4]);
    await gate(task(6));
  });

  it('a task that fails gives its place back', async () => {
    const gate = createGate(1, 0);
    await expect(gate(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(gate(async () => 'fine')).resolves.toBe('fine');
  });
});

describe('the day', () => {
  it.each([
    ['2026-11-23T22:59:59Z', '2026-11-23'],
    ['2026-11-23T23:00:00Z', '2026-11-24'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
  ])('at %s is %s in Serbia', (time, day) => {
    expect(createDayReader(() => Date.parse(time))()).toBe(day);
  });

  it('changes at midnight while the server runs', () => {
    let now = Date.parse('2026-11-23T22:59:30Z');
    const day = createDayReader(() => now);
    expect(day()).toBe('2026-11-23');
    now += 31_000;
    expect(day()).toBe('2026-11-24');
  });
});

describe('the log', () => {
  it('keeps to its level', () => {
    const lines: string[] = [];
    const log = createLog('warn', (line) => lines.push(line));
    log.error('e');
    log.warn('w');
    log.info('i');
    log.debug('d');
    expect(lines.map((line) => line.slice(25))).toEqual(['error e', 'warn  w']);
  });

  it('lets nobody forge a line', () => {
    const lines: string[] = [];
    createLog('info', (line) => lines.push(line)).info('GET /a\n2026 error forged', { reference: 'x\r\ny' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\r\n]/);
  });
});

it.each([
  ['/_next/static/chunks/a.js', /immutable/],
  ['/fonts/source-sans.3f2a91bc.woff2', /immutable/],
  ['/favicon.ico', /max-age=3600$/],
])('%s is cached as %s', (path, expected) => {
  expect(cacheControlOf(path)).toMatch(expected);
});
