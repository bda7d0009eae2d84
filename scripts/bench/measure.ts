import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';

/** One figure of a run: what it cost. Milliseconds unless the name says otherwise. */
export interface Sample {
  medianMs: number;
  p95Ms: number;
  /** Bytes of the last answer's body, as sent. */
  bytes: number;
}

/** Median and 95th percentile of some times. */
export function percentiles(times: readonly number[]): { medianMs: number; p95Ms: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

/** Times a function on each input in turn, `rounds` times over, after one warm round. */
export function timeEach<T>(inputs: readonly T[], rounds: number, work: (input: T) => unknown): { medianMs: number; p95Ms: number } {
  for (const input of inputs) work(input);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const input of inputs) {
      const start = performance.now();
      work(input);
      times.push(performance.now() - start);
    }
  }
  return percentiles(times);
}

function fetchOnce(url: string, agent: Agent, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
        else resolve(bytes);
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Times requests one after another over one connection that stays open, as a single visitor's would. */
export async function timeRequests(urls: readonly string[], count: number, headers: Record<string, string> = {}): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let bytes = 0;
  for (let index = -Math.min(30, count); index < count; index += 1) {
    const url = urls[Math.abs(index) % urls.length] as string;
    const start = performance.now();
    bytes = await fetchOnce(url, agent, headers);
    if (index >= 0) times.push(performance.now() - start);
  }
  agent.destroy();
  return { ...percentiles(times), bytes };
}

/** Requests a second over 16 connections for `seconds`, on this machine only. Any answer but 200 is an error. */
export async function requestsPerSecond(urls: readonly string[], seconds: number, headers: Record<string, string> = {}): Promise<number> {
  const first = new URL(urls[0] as string);
  if (first.hostname !== 'localhost') throw new Error('Load goes to this machine only.');
  const result = await autocannon({
    url: first.origin,
    connections: 16,
    duration: seconds,
    requests: urls.map((url) => ({ method: 'GET', path: url.slice(first.origin.length), headers })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${urls[0]}: ${result.non2xx} answers were no 200, ${result.errors} failed`);
  return result.requests.average;
}
