import 'server-only';
import { spawn } from 'node:child_process';
import { db } from '@/lib/db';

export type Work = 'check' | 'write' | 'undo';

/**
 * Begins the work on an import beside this server, in a process of its own: an import holds the database for as long as it
 * writes, and a list that is read whole takes memory; neither may stop the pages. What becomes of it stands in the database.
 */
export function startWork(work: 'check' | 'write', id: number, staffId: string): void {
  runScript(work, id, staffId).then(
    ({ code }) => (code === 0 ? undefined : markBroken(id)),
    () => markBroken(id),
  );
}

export interface ScriptResult {
  code: number;
  output: string;
}

/** What a work may take. Without a limit Node takes twice as much, for no gain (docs/desk-directory.md, "Measured"). */
const MEMORY = '--max-old-space-size=512 --max-semi-space-size=4';

/** Runs `scripts/import-job.ts`; resolves when it has ended. */
export function runScript(work: Work, id: number, staffId: string): Promise<ScriptResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/import-job.ts', work, String(id), staffId], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // What the server itself was told of its memory stays last, and holds.
      env: { ...process.env, NODE_OPTIONS: `${MEMORY} ${process.env.NODE_OPTIONS ?? ''}`.trim() },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The work ended without a word: nothing was written, and the page offers to begin again. */
async function markBroken(id: number): Promise<void> {
  await db().importJob.updateMany({
    where: { id, state: { in: ['checking', 'writing'] }, runId: null },
    data: { state: 'failed', fault: JSON.stringify({ code: 'broken' }) },
  });
}
