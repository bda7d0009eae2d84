import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from '@/lib/db/migrate';
import { BACKUPS_KEPT, backUpDatabase } from '@/scripts/setup/backup';
import { createDatabase } from '@/scripts/setup/create-database';
import { inspectDatabase } from '@/scripts/setup/inspect-database';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'setup-test-'));
  file = path.join(folder, 'directory.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(sql: string, database = file): unknown {
  const connection = new Database(database);
  try {
    const statement = connection.prepare(sql);
    return statement.reader ? statement.pluck().get() : statement.run();
  } finally {
    connection.close();
  }
}

const note = (value: string) => run(`INSERT INTO "Meta" VALUES ('note', '${value}')`);
const noted = (database = file) => run(`SELECT "value" FROM "Meta" WHERE "key" = 'note'`, database);
const backups = () => readdirSync(path.join(folder, 'backups'));

describe('an existing file', () => {
  it('that is whole lacks nothing', async () => {
    await migrateDatabase(file);
    expect(inspectDatabase(file)).toEqual({ pending: [] });
  });

  it.each<[string, () => void | Promise<void>, RegExp]>([
    ['is empty', () => writeFileSync(file, ''), /is empty \(0 bytes\)/],
    [
      'is no database',
      () => writeFileSync(file, 'Dragi dnevniče. '.repeat(100)),
      /is damaged \(file is not a database\)/,
    ],
    [
      'was cut short',
      async () => {
        await migrateDatabase(file);
        run('PRAGMA wal_checkpoint(TRUNCATE)');
        truncateSync(file, 20_000);
      },
      /is damaged/,
    ],
    [
      'has a page overwritten',
      async () => {
        await migrateDatabase(file);
        run('PRAGMA wal_checkpoint(TRUNCATE)');
        const handle = openSync(file, 'r+');
        for (let page = 3; page < 40; page += 1) writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
        closeSync(handle);
      },
      /is damaged/,
    ],
    [
      'belongs to another program',
      () => void run('CREATE TABLE "Recipe" ("id" INTEGER PRIMARY KEY)'),
      /is a database, but not one of this program/,
    ],
    [
      'was made by a newer version',
      async () => {
        await migrateDatabase(file);
        run(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
             VALUES ('x', 'x', '29990101000000_future', 1, 1)`);
      },
      /newer version of this program \(migration 29990101000000_future\)/,
    ],
    [
      'has a migration that stopped half-way',
      async () => {
        await migrateDatabase(file);
        run('UPDATE _prisma_migrations SET finished_at = NULL');
      },
      /stopped half-way/,
    ],
  ])('that %s is refused in one line with the mend, and left as it is', async (_, make, cause) => {
    await make();
    const before = readFileSync(file);
    expect(() => inspectDatabase(file)).toThrow(cause);
    expect(() => inspectDatabase(file)).toThrow(/^[^\n]+nothing was changed|Nothing was changed|another place/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a new database', () => {
  it('appears only when it is whole: a start that breaks off leaves nothing that could be taken for it', async () => {
    const broken = createDatabase(file, async (draft) => {
      run(`INSERT INTO "Meta" VALUES ('note', 'half')`, draft);
      throw new Error('interrupted');
    });
    await expect(broken).rejects.toThrow('interrupted');
    expect(readdirSync(folder)).not.toContain('directory.db');

    await createDatabase(file, async (draft) => void run(`INSERT INTO "Meta" VALUES ('note', 'whole')`, draft));
    expect(noted()).toBe('whole');
    expect(run('PRAGMA journal_mode')).toBe('wal');
    expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
  });
});

describe('a migration', () => {
  /** Runs `npm run migrate` in a copy of the project's migrations that has one more. */
  async function migrateWith(sql: string) {
    await migrateDatabase(file);
    note('dragoceno');
    cpSync('prisma', path.join(folder, 'prisma'), { recursive: true, filter: (source) => !source.endsWith('data') });
    const added = path.join(folder, 'prisma/migrations/29981231000000_next');
    mkdirSync(added);
    writeFileSync(path.join(added, 'migration.sql'), sql);
    return runMigrate();
  }

  function runMigrate() {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.resolve('scripts/run.mjs'), path.resolve('scripts/migrate.ts')],
      {
        cwd: folder,
        env: {
          ...process.env,
          DATA_DIR: folder,
          DATABASE_URL: `file:${file}`,
          TSX_TSCONFIG_PATH: path.resolve('tsconfig.json'),
        },
        encoding: 'utf8',
      },
    );
    return { status, output: stdout + stderr };
  }

  const noteColumns = (database: string) =>
    run(`SELECT count(*) FROM pragma_table_info('Meta') WHERE name = 'note'`, database);

  it('comes after a backup that says why it was made, and only when there is one to apply', async () => {
    const { status, output } = await migrateWith('ALTER TABLE "Meta" ADD COLUMN "note" TEXT;');
    expect(output).toContain('backing up, because 1 migration will change it');
    expect(output).toContain('Applied: 29981231000000_next');
    expect(status).toBe(0);
    const [backup = ''] = backups();
    expect(noted(path.join(folder, 'backups', backup))).toBe('dragoceno');
    expect(noteColumns(path.join(folder, 'backups', backup))).toBe(0);
    expect(noteColumns(file)).toBe(1);
    expect(noted()).toBe('dragoceno');

    expect(runMigrate().output).toContain('Nothing to apply.');
    expect(backups()).toEqual([backup]);
  });

  it('that fails leaves the database as it was, and says so in one line', async () => {
    const { status, output } = await migrateWith('DELETE FROM "Meta"; ALTER TABLE "Nowhere" ADD COLUMN "x" TEXT;');
    expect(status).toBe(1);
    expect(output).toMatch(/^The migration failed, and the database was put back as it was: .+$/m);
    expect(output).not.toMatch(/^ {4}at /m);
    expect(noted()).toBe('dragoceno');
    expect(run('SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NULL')).toBe(0);
    expect(run('PRAGMA journal_mode')).toBe('wal');
    expect(backups()).toHaveLength(1);
  });
});

describe('backups', () => {
  it('hold what was last written, though the database is open', async () => {
    await migrateDatabase(file);
    const open = new Database(file);
    open.prepare(`INSERT INTO "Meta" VALUES ('note', 'upravo')`).run();
    const backup = await backUpDatabase(file, path.join(folder, 'backups'));
    open.close();
    expect(noted(backup)).toBe('upravo');
    expect(backups()).toEqual([path.basename(backup)]);
  });

  it(`are kept up to ${BACKUPS_KEPT}, and nothing else in the folder is touched`, async () => {
    await migrateDatabase(file);
    const target = path.join(folder, 'backups');
    mkdirSync(target);
    appendFileSync(path.join(target, 'by-hand.db'), 'x');
    for (let day = 1; day <= BACKUPS_KEPT + 2; day += 1) {
      await backUpDatabase(file, target, new Date(Date.UTC(2026, 0, day)));
    }
    const kept = backups().filter((name) => name !== 'by-hand.db');
    expect(kept).toHaveLength(BACKUPS_KEPT);
    expect(kept.sort()[0]).toBe('directory-2026-01-03T00-00-00.db');
    expect(backups()).toContain('by-hand.db');
  });
});
