import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fetchBody } from './measure';

/** A server that the benchmark started. */
export interface BenchServer {
  /** Its address, without a path. */
  origin: string;
  pid: number;
  stop: () => Promise<void>;
}

const NEXT = 'node_modules/next/dist/bin/next';
const LIMIT_APP = 'scripts/bench/limit-app';
/** How long a server may take until it answers: at 100,000 records it reads the search columns first. */
const START_MS = 60_000;
const POLL_MS = 100;
/** How long a server may take to stop before it is killed. */
const STOP_MS = 15_000;
/** Characters of a program's output that are kept. */
const MOST_KEPT = 1_000_000;

/** Next as it comes, with empty pages and routes; builds them where they are not built. */
export async function startLimitApp(): Promise<BenchServer> {
  if (!existsSync(path.join(LIMIT_APP, '.next/BUILD_ID'))) await finish(runNode([NEXT, 'build', LIMIT_APP], {}));
  const port = await findFreePort();
  return whenAnswering(runNode([NEXT, 'start', LIMIT_APP, '--port', String(port)], {}), port, '/api/empty');
}

/**
 * Our server on an SQLite file, from the production build at hand.
 * @param env further settings
 * @throws Error when the application is not built
 */
export async function startOurs(databaseFile: string, env: Record<string, string> = {}): Promise<BenchServer> {
  if (!existsSync('.next/BUILD_ID')) throw new Error('The application is not built: run npm start once, and stop it');
  const port = await findFreePort();
  const child = runNode([...nodeOptionsOfStart(), 'scripts/bench/serve.mjs'], {
    PORT: String(port),
    DATABASE_URL: `file:${databaseFile}`,
    DATA_DIR: path.dirname(databaseFile),
    LOG_LEVEL: 'error',
    // What runs by the clock would stand in the figures of whoever is measured then.
    JOBS: 'off',
    ...env,
  });
  return whenAnswering(child, port, '/api/health');
}

/** The limits of memory that `npm start` gives Node, so that the benchmark measures the same program. */
function nodeOptionsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** Runs `work` with a server and stops the server, whatever happens. */
export async function withServer<T>(
  start: Promise<BenchServer>,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const server = await start;
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** Memory of a process that is in RAM, in MiB. Linux only, like the rest of the benchmark's load. */
export function residentMebibytes(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match?.[1]) / 1_024;
}

/** A Node program that runs, and what it has said so far. */
interface Program {
  process: ChildProcess;
  printed: () => string;
  complaints: () => string;
}

/** Runs a Node program in production. It does not outlive the benchmark. */
export function runNode(args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { process: child, printed: keep(child.stdout), complaints: keep(child.stderr) };
}

function keep(stream: Readable): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-MOST_KEPT);
  });
  return () => text;
}

/** Waits for a program. @returns what it printed @throws Error when it fails */
export async function finish(program: Program): Promise<string> {
  const code = await new Promise<number | null>((resolve) => program.process.once('close', resolve));
  if (code !== 0) throw new Error(`${nameOf(program)} failed:\n${program.complaints()}`);
  return program.printed();
}

function nameOf({ process: child }: Program): string {
  return child.spawnargs.slice(1).join(' ');
}

async function whenAnswering(program: Program, port: number, address: string): Promise<BenchServer> {
  const { process: child } = program;
  const origin = `http://localhost:${port}`;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(timer);
  };
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    if (await isAnswering(origin + address)) return { origin, pid: child.pid as number, stop };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  if (child.exitCode === null) await stop();
  throw new Error(`${nameOf(program)} does not answer:\n${program.complaints()}`);
}

function isAnswering(url: string): Promise<boolean> {
  return fetchBody(url).then(
    () => true,
    () => false,
  );
}

/** A port of this machine that nobody listens on. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
