import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { runProgram } from './run-program.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const OTHER_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Switches without which Chromium does not start as root, or speaks to its maker. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium for the tests: the one that CHROMIUM_PATH names, the system's Chromium or Chrome, or Playwright's own.
 * @returns {Promise<string | null>} path of the program
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Problem(
      `CHROMIUM_PATH=${JSON.stringify(named)} is not a program`,
      'Let it name a Chromium or Chrome, or leave it out',
    );
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...OTHER_PLACES];
  const found = candidates.find(isProgram);
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/**
 * Installs one: Debian's as root, otherwise Playwright's.
 * @param {(what: string) => void} say
 * @returns {Promise<string>}
 */
export async function installBrowser(say) {
  const attempts = [
    ...(process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
      ? [
          ['apt-get', 'update'],
          ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
        ]
      : []),
    [process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium'],
  ];
  for (const [program = '', ...args] of attempts) {
    say(`none found; ${[path.basename(program), ...args].join(' ')}`);
    const { code } = await runProgram(program, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } }).catch(() => ({
      code: 1,
    }));
    const browser = code === 0 ? await findBrowser() : null;
    if (browser) return browser;
  }
  throw new Problem(
    'No browser for the end-to-end tests was found, and none could be installed',
    'Install Chromium or Chrome, or set CHROMIUM_PATH',
  );
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
