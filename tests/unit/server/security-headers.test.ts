import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  createNonce,
  fixedHeaders,
  type PolicyInput,
  resourcePolicy,
  tileSource,
} from '@/server/security-headers';

const directives = (input: Partial<PolicyInput> = {}) => {
  const policy = contentSecurityPolicy({ scripts: { hashes: [] }, https: false, dev: false, ...input });
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
};

describe('the policy of a page', () => {
  it('lets nothing leave the site, frame it, or run unless it is named', () => {
    expect(directives()).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'font-src': "'self'",
      'manifest-src': "'self'",
      'worker-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it.each([
    ['a nonce', { nonce: 'bm9uY2U' }, "'self' 'nonce-bm9uY2U'"],
    ['hashes', { hashes: ['YQ==', 'Yg=='] }, "'self' 'sha256-YQ==' 'sha256-Yg=='"],
  ])('names inline scripts by %s', (_, scripts, expected) => {
    expect(directives({ scripts })['script-src']).toBe(expected);
  });

  it.each([false, true])('never allows any inline script (tiles: %s)', (tiles) => {
    const policy = contentSecurityPolicy({
      scripts: { nonce: 'x' },
      https: true,
      dev: false,
      tilesUrl: tiles ? 'https://t.example.org/{z}/{x}/{y}.png' : undefined,
    });
    expect(policy).not.toMatch(/unsafe|\*;|https:;/);
  });

  it('opens for the street layer, and for nothing else, when there is one', () => {
    const withTiles = directives({ tilesUrl: 'https://{s}.tile.example.org/{z}/{x}/{y}.png' });
    expect(withTiles['img-src']).toBe("'self' data: https://*.tile.example.org");
    expect(withTiles['connect-src']).toBe("'self' https://*.tile.example.org");
    expect(withTiles['script-src']).toBe("'self'");
  });

  it('asks for https only where the site has it', () => {
    expect(directives({ https: true })).toHaveProperty('upgrade-insecure-requests');
    expect(directives()).not.toHaveProperty('upgrade-insecure-requests');
    expect(fixedHeaders({ https: true })).toHaveProperty('Strict-Transport-Security');
    expect(fixedHeaders({ https: false })).not.toHaveProperty('Strict-Transport-Security');
  });

  it('is relaxed in development alone', () => {
    expect(directives({ dev: true })['script-src']).toContain("'unsafe-eval'");
    expect(directives({ dev: true })['style-src']).toContain("'unsafe-inline'");
  });
});

describe('the source of a street layer', () => {
  it.each([
    [undefined, null],
    ['/tiles/{z}/{x}/{y}.png', null],
    ['https://tile.example.org/{z}/{x}/{y}.png', 'https://tile.example.org'],
    ['http://localhost:8080/{z}/{x}/{y}.png', 'http://localhost:8080'],
    ['https://{s}.tile.example.org/{z}/{x}/{y}{r}.png', 'https://*.tile.example.org'],
    ['https://tile-{s}.example.org/{z}/{x}/{y}.png', 'https://*.example.org'],
    ['https://Tile.Example.org/{z}/{x}/{y}.png', 'https://tile.example.org'],
    ["https://a.example.org;script-src 'unsafe-inline'/{z}/{x}/{y}.png", null],
    ['https://user@example.org/{z}/{x}/{y}.png', null],
  ])('%s -> %s', (url, source) => {
    expect(tileSource(url)).toBe(source);
  });
});

it('other sites may use the open interface, and nothing else', () => {
  expect(resourcePolicy('/api/v1/enterprises')).toBe('cross-origin');
  expect(resourcePolicy('/preduzeca')).toBe('same-origin');
  expect(resourcePolicy('/api/health')).toBe('same-origin');
});

it('a nonce has 128 bits and is never the same', () => {
  const nonces = Array.from({ length: 100 }, createNonce);
  expect(new Set(nonces).size).toBe(100);
  for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9_-]{22}$/);
});
