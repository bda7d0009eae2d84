import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { Problem } from '../setup/problem.mjs';
import { runProgram } from '../setup/run-program.mjs';
import { start } from '../setup/start.mjs';
import { accountLines } from './account-lines.mjs';
import { inspectFolder, readAccounts, removeFolder, writeMarker } from './folder.mjs';

/** Not that of a real site, which may run beside it. */
const DEFAULT_PORT = '3100';

/**
 * Starts the program on the demonstration's folder; the first time it is filled before the server opens.
 * @param {string} folder absolute
 * @param {{ reset: boolean, port: string | undefined }} options
 */
export async function startDemo(folder, { reset, port = DEFAULT_PORT }) {
  refuseRealData(folder);
  if (reset || inspectFolder(folder) === 'broken') removeFolder(folder);
  const isNew = inspectFolder(folder) === 'new';
  if (isNew) writeMarker(folder, 'beginning');
  // Empty counts as not set, also where .env says something else: nothing of a real site reaches the demonstration.
  Object.assign(process.env, {
    ...{ DEMO: '1', DATA_DIR: folder, PORT: port, JOBS: 'on' },
    ...{ DATABASE_URL: '', SITE_URL: '', SMTP_URL: '', MAIL_FROM: '', CONTACT_KEY: '', TRUSTED_PROXIES: '' },
  });
  await start({ dev: false, afterDatabase: isNew ? (say) => fill(folder, say) : undefined });
  for (const line of accountLines(readAccounts(folder))) console.log(line);
  console.log(
    `Begin at http://localhost:${port}/ured (or /en/desk). Mails are written to ${path.join(folder, 'outbox')}.`,
  );
}

/**
 * @param {string} folder
 * @param {(what: string) => void} say
 */
async function fill(folder, say) {
  say('inventing people and stories for the demonstration');
  const { code, output } = await runProgram(process.execPath, ['scripts/run.mjs', 'scripts/demo/seed.ts']);
  if (code !== 0) {
    throw new Problem(
      `The demonstration could not be filled: ${output.trim().split('\n').at(-1) ?? ''}`,
      'Try again; LOG_LEVEL=debug shows more',
    );
  }
  writeMarker(folder, 'ready');
}

/** The folder of a real site is never one of a demonstration, whatever lies in it. @param {string} folder */
function refuseRealData(folder) {
  const set = { ...(existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}), ...process.env };
  const real = path.resolve(set.DATA_DIR || 'data');
  if (folder === real || folder.startsWith(real + path.sep) || real.startsWith(folder + path.sep)) {
    throw new Problem(
      `${folder} is, holds or lies in DATA_DIR (${real})`,
      'A demonstration has a folder of its own: npm run demo -- --dir FOLDER',
    );
  }
}
