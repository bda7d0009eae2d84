import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A build on a slow machine, from nothing. */
const START_TIMEOUT_MS = 10 * 60_000;

export interface Program {
  address: string;
  /** Everything that it has printed. */
  output: () => string;
  /** Asks it to stop, and waits until it has. @returns its exit code */
  stop: () => Promise<number | null>;
}

/**
 * Runs the program until it prints its address.
 * @param command script and arguments; `npm start` by default
 * @throws Error with what it printed when it ends before
 */
export async function startProgram(
  settings: Record<string, string>,
  command: readonly string[] = ['scripts/start.mjs'],
): Promise<Program> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The program was not ready in time:\n${output}`));
    }, START_TIMEOUT_MS);
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      const [, found] = /is ready: (http\S+)/.exec(output) ?? [];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`The program ended with ${code}:\n${output}`));
    });
  });
  return {
    address,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
