import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { npmCommand } from './npm.mjs';
import { Problem } from './problem.mjs';
import { runProgram } from './run-program.mjs';

const require = createRequire(import.meta.url);

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} LockedPackages */

/** Whether node_modules is what package-lock.json says, by the lock file that npm leaves in it when it has finished. */
export function packagesMatch() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = packagesOf('package-lock.json');
  if (installed === null || wanted === null) return false;
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) => folder === '' || optional || installed[folder]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {LockedPackages | null}
 */
function packagesOf(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Installs the locked packages. The development ones belong to it: the build checks types with them.
 * @param {(what: string) => void} say
 */
export async function installPackages(say) {
  say('installing the locked packages; the first time this takes a few minutes');
  await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], 'Installing the packages');
}

/**
 * better-sqlite3 is machine code for one version of Node. After a change of Node it must be made anew.
 * @param {(what: string) => void} say
 */
export async function checkNativePackages(say) {
  if (sqliteLoads()) return;
  say('building better-sqlite3 for this version of Node');
  await npm(['rebuild', 'better-sqlite3'], 'Building better-sqlite3');
  if (!sqliteLoads()) throw noCompiler();
}

function sqliteLoads() {
  try {
    const Database = require('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string[]} args
 * @param {string} doing
 */
async function npm(args, doing) {
  const { code, output } = await runProgram(...npmCommand(args));
  if (code === 0) return;
  const log = path.join(tmpdir(), `solidarna-mapa-npm-${process.pid}.log`);
  writeFileSync(log, output);
  throw npmProblem(output, doing, log);
}

/**
 * The cause of npm's failure, from what it printed.
 * @param {string} output
 * @param {string} doing
 * @param {string} log file with the whole output
 */
export function npmProblem(output, doing, log) {
  if (/ENOSPC|no space left/i.test(output)) {
    return new Problem(`The disk is full: ${doing.toLowerCase()} failed`, 'Free about 1.6 GiB and start again');
  }
  if (/gyp ERR!|not found: make|node-gyp/.test(output)) return noCompiler(log);
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/i.test(output)) {
    return new Problem(
      `${doing} failed: the package registry cannot be reached`,
      `Check the network and npm's registry and proxy settings; the whole output is in ${log}`,
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new Problem(
      `${doing} failed: this user may not write in ${process.cwd()}`,
      'Change the owner of the folder (chown)',
    );
  }
  const line = /npm (?:ERR!|error) (?!code)(.+)/.exec(output)?.[1] ?? 'npm gave no reason';
  return new Problem(`${doing} failed: ${line}`, `The whole output is in ${log}`);
}

/** @param {string} [log] */
function noCompiler(log) {
  return new Problem(
    'better-sqlite3 could not be built: the tools for that are missing or did not work',
    `Install a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3; macOS: xcode-select --install), then start again${log ? `; the whole output is in ${log}` : ''}`,
  );
}
