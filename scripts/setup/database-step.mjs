import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';
import { endWithUs } from './run-program.mjs';

/**
 * Checks, backs up, migrates or creates the database, in a process of its own: it needs the modules that are marked
 * `server-only`, and the memory of a seeding should not stay with the server.
 * @param {(what: string) => void} say
 * @returns {Promise<void>}
 */
export function prepareDatabase(say) {
  const tsx = fileURLToPath(import.meta.resolve('tsx'));
  const args = ['--conditions=react-server', '--import', tsx, 'scripts/setup/database.ts'];
  const noisy = process.env.LOG_LEVEL === 'debug';
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', noisy ? 'inherit' : 'ignore', 'pipe', 'ipc'] });
    let problem = '';
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
      if (noisy) process.stderr.write(chunk);
    });
    child.on('message', (/** @type {{ say?: string, problem?: string }} */ message) => {
      if (message.say) say(message.say);
      if (message.problem) problem = message.problem;
    });
    child.once('error', reject);
    endWithUs(child);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else if (problem) reject(Object.assign(new Problem('', ''), { message: problem }));
      else reject(new Problem(`The database could not be prepared: ${lastLine(errors)}`, 'LOG_LEVEL=debug shows more'));
    });
  });
}

/** @param {string} text */
function lastLine(text) {
  return (
    text
      .trim()
      .split('\n')
      .find((line) => /Error/.test(line)) ?? 'no reason was given'
  );
}
