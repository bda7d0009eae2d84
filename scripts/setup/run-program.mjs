import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and collects what it prints, for the operator who asked for it or for a failure.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProgram(program, args, { env = {}, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let rest = '';
    const take = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString();
      output += text;
      if (process.env.LOG_LEVEL === 'debug') process.stderr.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    endWithUs(child);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Lets a child not outlive this process.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  const end = () => child.kill();
  process.once('exit', end);
  child.once('close', () => process.off('exit', end));
}
