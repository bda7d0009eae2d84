import { randomBytes } from 'node:crypto';

/** What the policy of a page depends on. */
export interface PolicyInput {
  /** Address template of the street layer, or undefined: then no request may leave. */
  tilesUrl?: string | undefined;
  /** The scripts that may run besides files of our own: those with this nonce, or those with these SHA-256 hashes. */
  scripts: { nonce: string } | { hashes: readonly string[] };
  /** The site is reached over https. */
  https: boolean;
  /** Development: hot reloading evaluates code, inserts style elements and opens a web socket. */
  dev: boolean;
}

/**
 * The content security policy of a page, as the value of its header.
 * Everything is refused that is not named; inline scripts run only by nonce or hash, inline styles never.
 */
export function contentSecurityPolicy({ tilesUrl, scripts, https, dev }: PolicyInput): string {
  const tiles = tileSource(tilesUrl);
  const withTiles = (own: string) => (tiles ? `${own} ${tiles}` : own);
  const allowedScripts =
    'nonce' in scripts ? [`'nonce-${scripts.nonce}'`] : scripts.hashes.map((hash) => `'sha256-${hash}'`);
  const directives = [
    "default-src 'none'",
    ["script-src 'self'", ...allowedScripts, ...(dev ? ["'unsafe-eval'"] : [])].join(' '),
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    withTiles("img-src 'self' data:"),
    withTiles(`connect-src 'self'${dev ? ' ws: wss:' : ''}`),
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ];
  if (https) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

/** Policy of an answer that is no page: data, a picture, a file. Shown by itself it may do nothing at all. */
export const NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * The source expression of a tile template: its origin, with a leading `{s}` label as a wildcard;
 * null when there is none or it is our own address.
 */
export function tileSource(tilesUrl: string | undefined): string | null {
  const match = /^(https?):\/\/([^/]+)/i.exec(tilesUrl ?? '');
  if (!match?.[1] || !match[2]) return null;
  // {s} stands for one of several subdomains; a policy can say that only for the leftmost label.
  const host = match[2].replace(/^[^.]*\{[^}]*\}[^.]*(?=\.)/, '*').toLowerCase();
  return /^(\*\.)?[a-z0-9.-]+(:\d+)?$/.test(host) ? `${match[1].toLowerCase()}://${host}` : null;
}

/** A nonce for one render: 128 bits, in an alphabet that needs no escaping in HTML. */
export function createNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Headers that every answer carries, whatever it is. */
export function fixedHeaders({ https }: { https: boolean }): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // The tile servers of OpenStreetMap ask for a referrer; a bare origin is enough.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Whether other sites may embed an answer: the open interface and public photos are for everybody, the rest is ours. */
export function resourcePolicy(pathname: string): 'cross-origin' | 'same-origin' {
  // A photo that is not public needs a cookie or a secret, which another site's page does not have.
  return pathname.startsWith('/api/v1') || pathname.startsWith('/files/') ? 'cross-origin' : 'same-origin';
}
