// `npm run demo`: a desk with invented people and stories, in a folder of its own; docs/demo.md tells the rest.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nodeProblem } from './setup/node-version.mjs';

const USAGE = `npm run demo -- [--dir FOLDER] [--reset] [--port PORT]
                                   starts the demonstration; makes it the first time, and anew with --reset
npm run demo -- accounts           lists the accounts with their passwords
npm run demo -- code EMAIL         prints the code that the person's phone would show now`;

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  process.exitCode = await main();
} catch (error) {
  const { message = String(error), code } = /** @type {{ message?: string, code?: string }} */ (error);
  console.error(message);
  if (code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 1;
}

async function main() {
  const { values, positionals } = parseArgs({
    options: {
      dir: { type: 'string', default: 'data-demo' },
      port: { type: 'string' },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  });
  const [command, email = ''] = positionals;
  const folder = path.resolve(values.dir);
  if (values.help || (command !== undefined && command !== 'accounts' && command !== 'code')) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  if (command === 'accounts') return printAccounts(folder);
  if (command === 'code') return printCode(folder, email);
  const { startDemo } = await import('./demo/start-demo.mjs');
  await startDemo(folder, { reset: values.reset, port: values.port });
  return 0;
}

/** @param {string} folder */
async function printAccounts(folder) {
  const { readAccounts } = await import('./demo/folder.mjs');
  const { accountLines } = await import('./demo/account-lines.mjs');
  for (const line of accountLines(readAccounts(folder))) console.log(line);
  return 0;
}

/**
 * @param {string} folder
 * @param {string} email
 */
async function printCode(folder, email) {
  const { readAccounts } = await import('./demo/folder.mjs');
  const { totp } = await import('./demo/totp.mjs');
  const account = readAccounts(folder).find((one) => one.email === email.trim().toLowerCase());
  if (!account) {
    console.error(`Nobody of the demonstration has the address ${email}. npm run demo -- accounts lists them.`);
    return 1;
  }
  if (account.secret === null) {
    console.log(`${account.name} signs in with the password alone: a volunteer may.`);
    return 0;
  }
  const { code, seconds } = totp(account.secret);
  console.log(`${code}   (${seconds} s more; each code is accepted once)`);
  return 0;
}
