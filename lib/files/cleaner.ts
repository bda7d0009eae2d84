import 'server-only';
import { spawn } from 'node:child_process';
import type { CleanTask } from './clean/clean';
import type { CleanOutcome } from './clean/outcome';
import type { PhotoMarks } from './marks';

/** Milliseconds for one file: a photo of 48 megapixels takes ten seconds, on a busy machine six times as long. Less than a socket may be idle. */
const LONGEST_MS = 100_000;
/** JavaScript memory of the cleaner, in megabytes; pixels are not in it. */
const HEAP_MB = 192;
/** Files that may wait for their turn. Each waits on disk, not in memory. */
const MOST_WAITING = 24;
/** Of what a cleaner says; a verdict has some two thousand bytes. */
const LONGEST_ANSWER = 100_000;

// Next evaluates a module once per bundle; the queue is one for the process.
const shared = globalThis as unknown as { __cleaning?: { running: boolean; line: (() => void)[] } };

/**
 * Cleans one file of a stranger in a process of its own (lib/files/clean/main.ts), one file at a time: a photo takes up to
 * 300 MB while it is turned, and two cores serve everybody.
 * @param input path of the sender's file
 * @param folder where the clean files are written
 * @param marks only of `redact`
 */
export async function cleanFile(
  task: CleanTask,
  input: string,
  folder: string,
  marks?: PhotoMarks,
): Promise<CleanOutcome> {
  shared.__cleaning ??= { running: false, line: [] };
  const queue = shared.__cleaning;
  if (queue.running) {
    if (queue.line.length >= MOST_WAITING) return { ok: false, code: 'busy' };
    await new Promise<void>((resolve) => queue.line.push(resolve));
  }
  queue.running = true;
  try {
    return await runCleaner([task, input, folder, ...(marks ? [JSON.stringify(marks)] : [])]);
  } finally {
    // The place is handed on; it is free only when nobody waits.
    const next = queue.line.shift();
    if (next) next();
    else queue.running = false;
  }
}

function runCleaner(work: readonly string[]): Promise<CleanOutcome> {
  return new Promise((resolve, reject) => {
    const heap = `--max-old-space-size=${HEAP_MB}`;
    const child = spawn(
      process.execPath,
      [heap, '--import', 'tsx', 'lib/files/clean/main.ts', ...work],
      // It needs none of the site's settings, and gets none of its secrets.
      {
        env: { NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: LONGEST_MS,
        killSignal: 'SIGKILL',
      },
    );
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (said.length < LONGEST_ANSWER) said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complained = (complained + chunk.toString()).slice(-2_000);
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EAGAIN' || error.code === 'ENOMEM') resolve({ ok: false, code: 'busy' });
      else reject(error);
    });
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(JSON.parse(said) as CleanOutcome);
      // It was stopped at its time, or it died of the file (out of memory, or a fault in a library).
      if (signal === 'SIGKILL' || signal === 'SIGTERM') return resolve({ ok: false, code: 'tooSlow' });
      if (signal !== null || code === 134 || code === 139) return resolve({ ok: false, code: 'broken' });
      reject(new Error(`The cleaner did not start (${code}): ${complained}`));
    });
  });
}
