import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrationsOnDisk } from '@/lib/db/schema-engine';
import { Problem, toProblem } from './problem.mjs';

const RESTORE =
  'Nothing was changed. Put back the newest backup (npm run restore -- FILE --force), or move the file away to begin with the shipped data; see docs/operations.md';

/**
 * Looks whether an existing file is a whole database of this program, and of no newer version of it.
 * @returns names of the migrations that it lacks
 * @throws Problem with the cause and the mend; the file is not changed
 */
export function inspectDatabase(file: string): { pending: string[] } {
  if (statSync(file).size === 0) throw new Problem(`The database ${file} is empty (0 bytes)`, RESTORE);
  const findings = look(file);
  if (findings.damage !== 'ok') throw new Problem(`The database ${file} is damaged (${findings.damage})`, RESTORE);
  if (!findings.tables.includes('_prisma_migrations')) {
    throw new Problem(
      `${file} is a database, but not one of this program`,
      'Let DATABASE_URL or DATA_DIR name another place',
    );
  }
  const known = migrationsOnDisk().migrationDirectories.map(({ path }) => path);
  const stranger = findings.migrations.find(({ name }) => !known.includes(name));
  if (stranger) {
    throw new Problem(
      `The database ${file} was made by a newer version of this program (migration ${stranger.name})`,
      'Update the program, or put back an older backup (npm run restore -- FILE --force); nothing was changed',
    );
  }
  const broken = findings.migrations.find(({ finished }) => !finished);
  if (broken) throw new Problem(`A migration of ${file} stopped half-way (${broken.name})`, RESTORE);
  const applied = new Set(findings.migrations.map(({ name }) => name));
  return { pending: known.filter((name) => !applied.has(name)) };
}

interface Findings {
  /** "ok", or the first fault that SQLite found. */
  damage: string;
  tables: string[];
  migrations: { name: string; finished: boolean }[];
}

function look(file: string): Findings {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { fileMustExist: true, timeout: 10_000 });
    const damage = String(connection.pragma('quick_check(1)', { simple: true }));
    const tables = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
    const migrations = tables.includes('_prisma_migrations') ? appliedMigrations(connection) : [];
    return { damage, tables, migrations };
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (/^SQLITE_(NOTADB|CORRUPT|IOERR|FORMAT)/.test(code)) return { damage: message, tables: [], migrations: [] };
    throw toProblem(error, `opening the database ${file}`);
  } finally {
    connection?.close();
  }
}

function appliedMigrations(connection: Database.Database): Findings['migrations'] {
  const rows = connection
    .prepare(`SELECT migration_name AS name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL`)
    .all() as { name: string; finished_at: unknown }[];
  return rows.map(({ name, finished_at }) => ({ name, finished: finished_at !== null }));
}
