import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint } from '../setup/fingerprint.mjs';
import { finish, runNode } from './servers';

/** What the content of a benchmark's database depends on. */
const INPUTS = [
  'scripts/synthetic.ts',
  'scripts/setup/database.ts',
  'prisma/migrations',
  'prisma/data',
  'lib/db',
  'lib/enterprises',
  'lib/imports',
  'lib/search',
  'lib/serbian',
  'lib/taxonomies',
];

const PREFIX = 'solidarna-mapa-bench-';

type Say = (line: string) => void;

/**
 * A database of synthetic records, made by the project's generator; kept in the system's temporary folder for the
 * next run, as long as nothing changes that it is made of.
 * @returns path of the SQLite file
 */
export function syntheticDatabase(records: number, say: Say): Promise<string> {
  return kept(`synthetic-${records}.db`, say, (file) =>
    runNode(['scripts/run.mjs', 'scripts/synthetic.ts', String(records), file], {}),
  );
}

/** A database with the project's own dataset, as the first start makes it. @returns path of the SQLite file */
export function realDatabase(say: Say): Promise<string> {
  return kept('real.db', say, (file) =>
    runNode(['scripts/run.mjs', 'scripts/setup/database.ts'], {
      DATABASE_URL: `file:${file}`,
      DATA_DIR: path.dirname(file),
    }),
  );
}

async function kept(name: string, say: Say, make: (file: string) => ReturnType<typeof runNode>): Promise<string> {
  const folder = ownFolder();
  const file = path.join(folder, name);
  if (existsSync(`${file}.whole`)) return file;
  for (const leftover of readdirSync(folder)) if (leftover.startsWith(name)) rmSync(path.join(folder, leftover));
  say(`making ${name}`);
  await finish(make(file));
  // What was broken off on the way is not used.
  mkdirSync(`${file}.whole`);
  return file;
}

/** The folder for the present sources; those for older ones are removed. */
function ownFolder(): string {
  const name = PREFIX + fingerprint(INPUTS).slice(0, 16);
  for (const other of readdirSync(tmpdir())) {
    if (other.startsWith(PREFIX) && other !== name)
      rmSync(path.join(tmpdir(), other), { recursive: true, force: true });
  }
  const folder = path.join(tmpdir(), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
