import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

it('a program whose log nobody reads any more goes on', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'log-reader-'));
  const file = path.join(folder, 'through');
  try {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'tests/integration/server/write-log.ts', file]);
    child.stdout.once('data', () => {
      child.stdout.destroy();
      child.stderr.destroy();
    });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('through');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
