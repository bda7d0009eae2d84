import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint } from '../setup/fingerprint.mjs';
import { finish, runNode } from './servers';

/** What a synthetic database is made of. */
const SYNTHETIC_INPUTS = [
  'scripts/synthetic.ts',
  'prisma/migrations',
  'prisma/data',
  'lib/db',
  'lib/enterprises',
  'lib/imports/synthetic',
  'lib/search',
  'lib/serbian',
  'lib/taxonomies',
];
/** What the shipped dataset becomes a database by. */
const REAL_INPUTS = ['scripts/setup', 'prisma/migrations', 'prisma/data', 'lib'];

type Say = (line: string) => void;

/**
 * A database of synthetic records, made by the project's generator; kept in the system's temporary folder for the
 * next run, as long as nothing changes that it is made of.
 * @returns path of the SQLite file
 */
export function syntheticDatabase(records: number, say: Say): Promise<string> {
  return kept('synthetic', SYNTHETIC_INPUTS, `${records}.db`, say, (file) =>
    runNode(['scripts/run.mjs', 'scripts/synthetic.ts', String(records), file], {}),
  );
}

/** A database with the project's own dataset, as the first start makes it. @returns path of the SQLite file */
export function realDatabase(say: Say): Promise<string> {
  return kept('real', REAL_INPUTS, 'real.db', say, (file) =>
    runNode(['scripts/run.mjs', 'scripts/setup/database.ts'], {
      DATABASE_URL: `file:${file}`,
      DATA_DIR: path.dirname(file),
    }),
  );
}

async function kept(
  kind: string,
  inputs: readonly string[],
  name: string,
  say: Say,
  make: (file: string) => ReturnType<typeof runNode>,
): Promise<string> {
  const folder = folderFor(kind, inputs);
  const file = path.join(folder, name);
  const whole = `${file}.whole`;
  if (existsSync(whole)) return file;
  // What was broken off on the way is not used.
  for (const leftover of readdirSync(folder)) if (leftover.startsWith(name)) rmSync(path.join(folder, leftover));
  say(`making a database: ${kind} ${name}`);
  await finish(make(file));
  writeFileSync(whole, '');
  return file;
}

/** The folder for the present sources; those for older ones are removed. */
function folderFor(kind: string, inputs: readonly string[]): string {
  const prefix = `solidarna-mapa-bench-${kind}-`;
  const name = prefix + fingerprint(inputs).slice(0, 16);
  for (const other of readdirSync(tmpdir())) {
    if (other.startsWith(prefix) && other !== name)
      rmSync(path.join(tmpdir(), other), { recursive: true, force: true });
  }
  const folder = path.join(tmpdir(), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
