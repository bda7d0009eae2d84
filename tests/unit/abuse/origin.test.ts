import { afterEach, describe, expect, it } from 'vitest';
import { assertSameOrigin } from '@/lib/abuse/origin';
import { forgetSettings } from '@/lib/env';

const post = (headers: Record<string, string>) =>
  assertSameOrigin(new Request('http://localhost:3000/api/story/save', { method: 'POST', headers })).ok;

afterEach(() => {
  delete process.env.SITE_URL;
  forgetSettings();
});

describe('a POST', () => {
  it.each([
    ['our own page', { host: 'mapa.example', origin: 'http://mapa.example' }],
    ['our own page behind a proxy that speaks https', { host: 'mapa.example', origin: 'https://mapa.example' }],
    ['our own page on a port', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    ['a proxy that writes the usual port', { host: 'mapa.example:443', origin: 'https://mapa.example' }],
    ['a proxy with its own Host', { host: '127.0.0.1:3000', 'x-forwarded-host': 'mapa.example', origin: 'https://mapa.example' }],
    ['a browser that hides the origin', { host: 'mapa.example', origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['a browser that sends none', { host: 'mapa.example', 'sec-fetch-site': 'same-origin' }],
  ])('of %s is taken', (_, headers) => expect(post(headers)).toBe(true)); // biome-ignore format: a table

  it.each([
    ['another site', { host: 'mapa.example', origin: 'https://zlo.example', 'sec-fetch-site': 'cross-site' }],
    ['another site that lies in Sec-Fetch-Site', { host: 'mapa.example', origin: 'https://zlo.example', 'sec-fetch-site': 'same-origin' }],
    ['a sister site', { host: 'mapa.example', origin: 'https://blog.mapa.example' }],
    ['a site whose name begins like ours', { host: 'mapa.example', origin: 'https://mapa.example.zlo.example' }],
    ['another port', { host: 'localhost:3000', origin: 'http://localhost:4000' }],
    ['a sandboxed frame', { host: 'mapa.example', origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a sister site without origin', { host: 'mapa.example', 'sec-fetch-site': 'same-site' }],
    ['an address bar', { host: 'mapa.example', 'sec-fetch-site': 'none' }],
    ['nobody knows', { host: 'mapa.example' }],
    ['an origin that is none', { host: 'mapa.example', origin: 'mapa.example' }],
  ])('of %s is refused', (_, headers) => expect(post(headers)).toBe(false)); // biome-ignore format: a table

  it('is taken from the address in SITE_URL, whatever Host the proxy sends', () => {
    process.env.SITE_URL = 'https://mapa.example';
    forgetSettings();
    expect(post({ host: '10.0.0.7:3000', origin: 'https://mapa.example' })).toBe(true);
    expect(post({ host: '10.0.0.7:3000', origin: 'https://zlo.example' })).toBe(false);
  });
});
