import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../setup/problem.mjs';

/** Says that a folder was made by `npm run demo`, and by nothing else: only such a folder is ever written or removed. */
export const MARKER = 'demonstration.json';
export const ACCOUNTS = 'demo-accounts.json';

/** @typedef {{ state: 'beginning' | 'ready', madeAt: string }} Marker */

/**
 * What to do with a folder: `new` it is empty or not there, `ready` it is a demonstration, `broken` a demonstration that
 * was not finished.
 * @param {string} folder
 * @returns {'new' | 'ready' | 'broken'}
 */
export function inspectFolder(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length === 0) return 'new';
  const marker = readMarker(folder);
  if (!marker) {
    throw new Problem(
      `${folder} holds something that is no demonstration`,
      'Nothing was changed. Move it away, or name another folder: npm run demo -- --dir FOLDER',
    );
  }
  return marker.state === 'ready' ? 'ready' : 'broken';
}

/**
 * @param {string} folder
 * @returns {Marker | null}
 */
export function readMarker(folder) {
  try {
    const { demonstration, state, madeAt } = JSON.parse(readFileSync(path.join(folder, MARKER), 'utf8'));
    return demonstration === true ? { state, madeAt } : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {'beginning' | 'ready'} state
 */
export function writeMarker(folder, state) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const marker = { demonstration: true, state, madeAt: new Date().toISOString() };
  writeFileSync(path.join(folder, MARKER), `${JSON.stringify(marker)}\n`);
}

/**
 * Removes a demonstration. @throws Problem when the folder is none
 * @param {string} folder
 */
export function removeFolder(folder) {
  if (inspectFolder(folder) !== 'new') rmSync(folder, { recursive: true });
}

/**
 * @typedef {{ email: string, name: string, role: string, password: string, secret: string | null, recoveryCodes: string[] }} Account
 * @param {string} folder
 * @returns {Account[]}
 */
export function readAccounts(folder) {
  const file = path.join(folder, ACCOUNTS);
  if (!existsSync(file)) {
    throw new Problem(`There is no demonstration in ${folder} yet`, 'Make it with: npm run demo');
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
