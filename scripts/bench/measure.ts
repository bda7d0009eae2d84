import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';

/** What a request costs one visitor on an open connection. */
export interface Sample {
  medianMs: number;
  p95Ms: number;
  /** Median of the bodies' bytes, as sent. */
  bytes: number;
}

/** Gives the next address to ask for; one that never repeats itself measures without any cache. */
export type NextUrl = () => string;

/** Goes through some addresses again and again. */
export function inTurn(urls: readonly string[]): NextUrl {
  let index = 0;
  return () => urls[index++ % urls.length] as string;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * Times some functions on each input in turn, side by side, so that a machine that slows down slows all of them.
 * @returns for each function its times in milliseconds, in the order of the inputs, one round after the other
 */
export function timeSideBySide<T>(
  inputs: readonly T[],
  rounds: number,
  works: readonly ((input: T) => unknown)[],
): number[][] {
  const times: number[][] = works.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const input of inputs) {
      works.forEach((work, index) => {
        const start = performance.now();
        work(input);
        // The first round only warms up.
        if (round >= 0) times[index]?.push(performance.now() - start);
      });
    }
  }
  return times;
}

/** Fetches an address of this machine. @throws Error on any answer but 200 */
export function fetchBody(url: string, headers: Record<string, string> = {}, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Times requests one after another over one connection that stays open, as a single visitor's would. */
export async function timeRequests(
  nextUrl: NextUrl,
  count: number,
  headers: Record<string, string> = {},
): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  const sizes: number[] = [];
  for (let index = -Math.min(30, count); index < count; index += 1) {
    const url = nextUrl();
    const start = performance.now();
    const body = await fetchBody(url, headers, agent);
    if (index < 0) continue;
    times.push(performance.now() - start);
    sizes.push(body.length);
  }
  agent.destroy();
  return { medianMs: median(times), p95Ms: percentile(times, 0.95), bytes: median(sizes) };
}

/** Connections of the load. */
export const CONNECTIONS = 16;
/** Addresses that each connection goes through in a load of some seconds; more than it manages where each costs. */
const URLS_EACH = 400;

/**
 * Puts a load of 16 connections on a server of this machine.
 * @param amount how long: seconds, or requests in all
 * @returns requests a second
 * @throws Error when an answer is no 2xx
 */
export async function loadServer(
  nextUrl: NextUrl,
  amount: { seconds: number } | { requests: number },
  headers: Record<string, string> = {},
): Promise<number> {
  const { origin, hostname } = new URL(nextUrl());
  if (hostname !== 'localhost') throw new Error('Load goes to this machine only');
  const urlsEach = 'requests' in amount ? Math.ceil(amount.requests / CONNECTIONS) : URLS_EACH;
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    ...('seconds' in amount ? { duration: amount.seconds } : { amount: amount.requests }),
    setupClient: (client) =>
      client.setRequests(
        Array.from({ length: urlsEach }, () => ({ method: 'GET', path: nextUrl().slice(origin.length), headers })),
      ),
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} answers under load were no success (for example of ${nextUrl()})`);
  return result.requests.total / result.duration;
}
