import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { Problem } from './problem.mjs';

/**
 * The two settings that matter before zod is installed. lib/env.ts checks them all later, these two included.
 * @param {Record<string, string | undefined>} environment
 * @returns {{ port: number, dataDir: string, databaseFile: string }} absolute paths
 */
export function earlySettings(environment) {
  const set = { ...(existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}), ...environment };
  const port = Number(set.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Problem(
      `PORT=${JSON.stringify(set.PORT)} is not a port`,
      'Set it to a whole number from 1 to 65535, or leave it out for 3000',
    );
  }
  const dataDir = path.resolve(set.DATA_DIR || 'data');
  const url = set.DATABASE_URL;
  return {
    port,
    dataDir,
    databaseFile: url?.startsWith('file:') ? path.resolve(url.slice(5)) : path.join(dataDir, 'directory.db'),
  };
}
