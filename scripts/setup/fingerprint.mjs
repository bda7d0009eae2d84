import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A hash over files and folders, by names and contents; what does not exist counts as nothing.
 * @param {readonly string[]} entries paths
 * @param {readonly string[]} [also] other things that the result depends on
 */
export function fingerprint(entries, also = []) {
  const hash = createHash('sha256');
  for (const text of also) hash.update(`${text}\0`);
  for (const file of entries.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} entry
 * @returns {string[]} files, in the order of their names
 */
export function filesUnder(entry) {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)));
}

/**
 * Whether a stamp says that something was made from the same inputs.
 * @param {string} stamp path of the stamp
 * @param {string} wanted fingerprint
 */
export function isFresh(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}
