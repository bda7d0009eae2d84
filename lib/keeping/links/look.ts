import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './addresses';

/** What an address answered. */
export type LinkOutcome =
  | { outcome: 'ok'; httpStatus: number }
  /** It leads elsewhere for good. */
  | { outcome: 'moved'; httpStatus: number; movedTo: string }
  /** It says that it is not there. */
  | { outcome: 'dead'; httpStatus: number }
  /** No name, no answer in time, a broken certificate, or an address that we do not go to. */
  | { outcome: 'silent'; httpStatus: null };

/** How the outside is reached; a test puts its own in the place. */
export interface Reach {
  resolve: (host: string) => Promise<string[]>;
  /** Whether a resolved address may be connected to. */
  isAllowed: (address: string) => boolean;
  /** Ports that an address may name. */
  ports: readonly number[] | 'any';
  userAgent: string;
  timeoutMs: number;
}

const MOST_REDIRECTS = 5;
/** Answers to HEAD that say nothing of the page: many servers know only GET. */
const ASK_AGAIN = [400, 401, 403, 404, 405, 406, 410, 429, 500, 501, 503];
/** Answers that say that the page is gone; others (a door that is closed to programs) do not. */
const DEAD = [404, 410];

/** Reaches the public web only: names are resolved here, and every address that they have must be public. */
export function publicReach(siteUrl: string | undefined): Reach {
  return {
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    isAllowed: isPublicAddress,
    ports: [80, 443],
    userAgent: `SolidarnaMapa-LinkCheck/1.0${siteUrl ? ` (+${siteUrl})` : ''}`,
    timeoutMs: 10_000,
  };
}

interface Answer {
  status: number;
  location: string | null;
}

/** Asks one address of the web, politely: HEAD, then GET where HEAD tells nothing; a few redirects, each looked at anew. */
export async function lookAt(url: string, reach: Reach): Promise<LinkOutcome> {
  let present = url;
  let permanent = true;
  let first: number | null = null;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const answer = await askBoth(new URL(present), reach);
      const next = redirectOf(answer, present);
      if (next === null)
        return judge(
          answer.status,
          present === url || !permanent ? null : { to: present, status: first ?? answer.status },
        );
      first ??= answer.status;
      permanent &&= answer.status === 301 || answer.status === 308;
      present = next;
    }
  } catch {
    // No name, no route, a bad certificate, no answer in time, a door that must stay closed: all the same to a reader.
  }
  return { outcome: 'silent', httpStatus: null };
}

function redirectOf({ status, location }: Answer, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  return new URL(location, from).href;
}

function judge(status: number, moved: { to: string; status: number } | null): LinkOutcome {
  if (DEAD.includes(status)) return { outcome: 'dead', httpStatus: status };
  if (status >= 500) return { outcome: 'silent', httpStatus: null };
  return moved
    ? { outcome: 'moved', httpStatus: moved.status, movedTo: moved.to }
    : { outcome: 'ok', httpStatus: status };
}

async function askBoth(url: URL, reach: Reach): Promise<Answer> {
  const head = await ask(url, 'HEAD', reach);
  return ASK_AGAIN.includes(head.status) ? ask(url, 'GET', reach) : head;
}

/** @throws when the host may not be reached, or does not answer */
async function ask(url: URL, method: 'HEAD' | 'GET', reach: Reach): Promise<Answer> {
  const { protocol, hostname } = url;
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error('Not of the web');
  const port = Number(url.port || (protocol === 'https:' ? 443 : 80));
  if (reach.ports !== 'any' && !reach.ports.includes(port)) throw new Error('Not a port of the web');
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await reach.resolve(host);
  const [address] = addresses;
  // All of them: whoever runs a name server could hide a private address behind a public one.
  if (!address || !addresses.every(reach.isAllowed)) throw new Error('Not of the public internet');
  return send(url, method, address, reach);
}

/** One request to an address that was looked at: the name is not resolved again, or it could mean another one now. */
function send(url: URL, method: 'HEAD' | 'GET', address: string, { userAgent, timeoutMs }: Reach): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const family = isIP(address);
    const request = client.request(
      url,
      {
        method,
        agent: false,
        timeout: timeoutMs,
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.5' },
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
        // The page itself is of no interest.
        response.destroy();
      },
    );
    request.on('timeout', () => request.destroy(new Error('No answer in time')));
    request.on('error', reject);
    request.end();
  });
}
