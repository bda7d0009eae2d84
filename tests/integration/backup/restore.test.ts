import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { type Header, pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdData } from '@/lib/backup/hold-data';
import { makeBackup } from '@/lib/backup/make-backup';
import { readArchive } from '@/lib/backup/read-archive';
import { restoreBackup } from '@/lib/backup/restore';
import { carryOut, planFile, undoMoves } from '@/lib/backup/restore-moves';
import { openPrisma } from '@/lib/db/connect';
import { backUpDatabase } from '@/scripts/setup/backup';
import {
  type DataFolder,
  dataFolder,
  dispose,
  putUpload,
  query,
  restore,
  runCommand,
  startScript,
  verify,
} from './support';
import { addEntries, filledFolder, workOn } from './template';

type HeaderArgument = Pick<Header, 'name'> & Partial<Header>;

let data: DataFolder;
let archive: string;
let hash: string;
beforeEach(async () => {
  data = await filledFolder();
  hash = putUpload(data);
  await workOn(data);
  archive = path.join(path.dirname(data.folder), 'backup.tar.gz');
  await makeBackup({ target: archive });
});
afterEach(() => dispose(data));

const empty = () => dataFolder(path.join(path.dirname(data.folder), 'empty'));
const upload = ({ folder }: DataFolder) => path.join(folder, 'files', hash.slice(0, 2), hash);
const note = (value: string) => query(data.file, `INSERT OR REPLACE INTO "Meta" VALUES ('note', '${value}')`);
const noted = ({ file }: DataFolder) => query(file, `SELECT "value" FROM "Meta" WHERE "key" = 'note'`);

/** Tries to restore, must fail with a code and one line, and must leave everything as it was. */
async function refuse(file: string, code: string, { force = true } = {}): Promise<string> {
  const before = data.contents();
  const error = await restoreBackup(file, { force }).catch((caught) => caught);
  expect(error).toMatchObject({ name: 'BackupProblem', code });
  expect(error.message).not.toContain('\n');
  expect(data.contents()).toEqual(before);
  return error.message;
}

/** An archive of a test's own making. */
async function craft(entries: [header: HeaderArgument, content: string | Buffer][], sums = true): Promise<string> {
  const file = path.join(path.dirname(data.folder), 'crafted.tar.gz');
  const tar = pack();
  const lines = entries.map(
    ([{ name }, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`,
  );
  const add = (header: HeaderArgument, content: string | Buffer) =>
    new Promise<void>((resolve, reject) => tar.entry(header, content, (error) => (error ? reject(error) : resolve())));
  const written = pipeline(Readable.from(tar), createGzip(), createWriteStream(file));
  for (const [header, content] of entries) await add(header, content);
  if (sums) await add({ name: 'SHA256SUMS' }, lines.join(''));
  tar.finalize();
  await written;
  return file;
}

/** Manifest and database of the real archive. */
async function parts(change: (manifest: Record<string, unknown>) => object = () => ({})): Promise<{
  manifest: [HeaderArgument, string];
  database: [HeaderArgument, Buffer];
}> {
  let database = Buffer.alloc(0);
  const { manifest } = await readArchive(archive, async (name, content) => {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    if (name === 'directory.db') database = Buffer.concat(chunks);
  });
  return {
    manifest: [{ name: 'manifest.json' }, JSON.stringify({ ...manifest, ...change(manifest) })],
    database: [{ name: 'directory.db' }, database],
  };
}

describe('a restore', () => {
  it('into an empty folder gives back everything, and says what it proved', async () => {
    const target = empty();
    await workOn(target);
    const report = await restoreBackup(archive);
    expect(report).toMatchObject({
      files: 2,
      movedTo: [],
      undone: false,
      pending: [],
      warnings: [],
      audit: { entries: 3 },
    });
    expect(readFileSync(upload(target)).equals(readFileSync(upload(data)))).toBe(true);
    expect(statSync(path.join(target.folder, 'keys')).mode & 0o777).toBe(0o700);
    for (const name of ['keys/contact.key', 'directory.db']) {
      expect(statSync(path.join(target.folder, name)).mode & 0o777, name).toBe(0o600);
    }
    expect(readdirSync(target.folder).sort()).toEqual(['directory.db', 'files', 'in-use.lock', 'keys']);
    expect(target.query('SELECT "action" FROM "AuditEntry" WHERE "id" = 4')).toBe('backup.restore');
    expect(verify(target).stdout).toContain('whole: 4 entries');
  });

  it('over data moves these aside, whole, and removes nothing', async () => {
    note('newer');
    const before = data.contents();
    const later = putUpload(data);
    const { movedTo } = await restoreBackup(archive, { force: true });
    expect(movedTo).toHaveLength(1);
    const [aside = ''] = movedTo;
    expect(query(path.join(aside, 'directory.db'), `SELECT "value" FROM "Meta" WHERE "key" = 'note'`)).toBe('newer');
    expect(existsSync(path.join(aside, 'files', later.slice(0, 2), later))).toBe(true);
    expect(noted(data)).toBeUndefined();
    const after = data.contents();
    expect(after['keys/contact.key']).toBe(before['keys/contact.key']);
    expect(Object.keys(after).filter((name) => name.startsWith('files/'))).toEqual([
      `files/${hash.slice(0, 2)}/${hash}`,
    ]);
  });

  it('takes the place of a database that is too damaged to be opened', async () => {
    for (const ruin of [Buffer.alloc(20_000, 7), Buffer.alloc(0), readFileSync(data.file).subarray(0, 10_000)]) {
      writeFileSync(data.file, ruin);
      const { movedTo } = await restoreBackup(archive, { force: true });
      expect(readFileSync(path.join(movedTo[0] ?? '', 'directory.db')).equals(ruin)).toBe(true);
      expect(data.query('PRAGMA integrity_check')).toBe('ok');
    }
  });

  it('brings no ended session back, and gives a content version that no browser has seen', async () => {
    data.query(
      `INSERT INTO "StaffUser" ("id", "email", "name", "role", "updatedAt") VALUES ('u', 'x', 'x', 'admin', 0)`,
    );
    data.query(`INSERT INTO "StaffSession" ("id", "token", "userId", "expiresAt") VALUES ('s', 't', 'u', 0)`);
    data.query(`INSERT INTO "OutboxMail" ("dedupeKey", "template", "locale") VALUES ('k', 't', 'en')`);
    const { file } = await makeBackup();
    const { warnings, facts } = await restoreBackup(file, { force: true });
    expect(warnings).toEqual([
      { code: 'mailsWaiting', count: 1 },
      { code: 'signedOut', count: 1 },
    ]);
    expect(facts.tables.StaffSession).toBe(1);
    expect(data.query('SELECT count(*) FROM "StaffSession"')).toBe(0);
    const version = () => Number(data.query(`SELECT "value" FROM "Meta" WHERE "key" = 'contentVersion'`));
    const first = version();
    expect(first).toBeGreaterThan(1_700_000_000);
    await restoreBackup(archive, { force: true });
    expect(version()).toBeGreaterThanOrEqual(first);
  });

  it('of an older backup is no break in the audit log, though newer backups remember more of it', async () => {
    const prisma = openPrisma(data.file);
    await addEntries(prisma, 5);
    await prisma.$disconnect();
    await makeBackup();
    expect(verify(data).stdout).toContain('whole: 8 entries');
    await restoreBackup(archive, { force: true });
    const { status, stdout, stderr } = verify(data);
    expect(stdout).toContain('whole: 4 entries');
    expect(stderr).toContain('an older state was restored after them');
    expect(status).toBe(0);
  });

  it('of a backup made by an older version is migrated by the next start', async () => {
    const connection = new Database(data.file);
    connection.pragma('foreign_keys = OFF');
    const own = `name LIKE 'Staff%' OR name LIKE 'Audit%'`;
    for (const name of connection
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND (${own})`)
      .pluck()
      .all()) {
      connection.exec(`DROP TABLE "${name}"`);
    }
    connection.exec(
      `DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '%_staff'; DELETE FROM "Meta" WHERE "key" = 'auditHead'`,
    );
    connection.exec(`INSERT INTO "Meta" VALUES ('note', 'older')`);
    connection.close();
    const { file, manifest } = await makeBackup();
    expect(manifest.audit).toBeNull();
    const target = empty();
    await workOn(target);
    const { pending } = await restoreBackup(file);
    expect(pending).toEqual([expect.stringMatching(/_staff$/)]);
    expect(runCommand('scripts/setup/database.ts', target).status).toBe(0);
    expect(target.query('SELECT count(*) FROM "AuditEntry"')).toBe(0);
    expect(noted(target)).toBe('older');
    expect(verify(target).status).toBe(0);
  });

  it('of a bare copy puts back the database alone', async () => {
    note('at the migration');
    const copy = await backUpDatabase(data.file, path.join(data.folder, 'backups'));
    note('later');
    const { files, createdAt, movedTo } = await restoreBackup(copy, { force: true });
    expect({ files, createdAt }).toEqual({ files: null, createdAt: null });
    expect(noted(data)).toBe('at the migration');
    expect(existsSync(upload(data))).toBe(true);
    expect(readdirSync(movedTo[0] ?? '')).toEqual(['directory.db']);
  });

  it('finds the database where DATABASE_URL puts it', async () => {
    const target = empty();
    const elsewhere = path.join(path.dirname(data.folder), 'elsewhere', 'mapa.db');
    await workOn(target, { DATABASE_URL: `file:${elsewhere}` });
    await restoreBackup(archive);
    await restoreBackup(archive, { force: true });
    expect(query(elsewhere, 'PRAGMA integrity_check')).toBe('ok');
    expect(
      readdirSync(path.dirname(elsewhere))
        .map((name) => name.slice(0, 8))
        .sort(),
    ).toEqual(['mapa.db', 'replaced']);
    expect(existsSync(upload(target))).toBe(true);
  });
});

describe('a restore is refused', () => {
  it('over data, without --force', async () => {
    expect(await refuse(archive, 'dataExists', { force: false })).toContain('--force');
    const { status, stderr } = restore(data, [archive]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There are data already .+\n$/);
  });

  it('over uploads alone, too', async () => {
    const target = empty();
    await workOn(target);
    renameSync(path.join(data.folder, 'files'), path.join(target.folder, 'files'));
    await expect(restoreBackup(archive)).rejects.toMatchObject({ code: 'dataExists' });
  });

  it('while a server runs on the data', async () => {
    const release = await holdData(data.folder);
    await refuse(archive, 'inUse');
    release();
    await restoreBackup(archive, { force: true });
  });

  it('while another program has the database open, which knows nothing of our lock', async () => {
    query(data.file, 'PRAGMA journal_mode = WAL');
    const other = new Database(data.file);
    other.prepare('SELECT count(*) FROM "Meta"').get();
    await expect(restoreBackup(archive, { force: true })).rejects.toMatchObject({ code: 'inUse' });
    other.close();
    await restoreBackup(archive, { force: true });
  });

  it.each<[string, () => string | Buffer]>([
    ['a text', () => 'Dragi dnevniče. '.repeat(100)],
    ['nothing', () => ''],
    ['a gzipped text', () => gzipSync('Dragi dnevniče. '.repeat(1_000))],
    ['half a header', () => Buffer.from([0x1f, 0x8b])],
  ])('of %s', async (_, content) => {
    const file = path.join(path.dirname(data.folder), 'stranger');
    writeFileSync(file, content());
    const error = await restoreBackup(file, { force: true }).catch((caught) => caught);
    await refuse(file, error.code);
    expect(['foreign', 'damaged']).toContain(error.code);
  });

  it('of a file that is not there, and of a folder', async () => {
    expect(await refuse(path.join(data.folder, 'no-such.tar.gz'), 'noFile')).toContain('There is no file');
    await refuse(data.folder, 'foreign');
  });

  it('of another program’s archive or database', async () => {
    await refuse(await craft([[{ name: 'photo.jpg' }, 'x']]), 'foreign');
    await refuse(await craft([[{ name: 'manifest.json' }, '{"program":"other"}']]), 'foreign');
    const other = path.join(path.dirname(data.folder), 'other.db');
    query(other, 'CREATE TABLE "Recipe" ("id" INTEGER PRIMARY KEY)');
    await refuse(other, 'foreign');
  });

  it('of one that a newer version has made', async () => {
    const newer = await craft([
      [{ name: 'manifest.json' }, '{"program":"solidarna-mapa","format":2,"version":"9.0.0"}'],
    ]);
    expect(await refuse(newer, 'newer')).toContain('9.0.0, format 2');
    const { manifest, database } = await parts(() => ({ migrations: ['29990101000000_future'] }));
    expect(await refuse(await craft([manifest, database]), 'newer')).toContain('29990101000000_future');
    const copy = path.join(path.dirname(data.folder), 'newer.db');
    copyFileSync(data.file, copy);
    query(
      copy,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES ('x', 'x', '29990101000000_future', 1, 1)`,
    );
    await refuse(copy, 'newer');
  });

  it('of one that was cut off, wherever', async () => {
    const whole = readFileSync(archive);
    const file = path.join(path.dirname(data.folder), 'cut.tar.gz');
    const lengths = [20, 200, 0.1, 0.5, 0.9, 0.99].map((part) => Math.floor(part < 1 ? whole.length * part : part));
    for (const length of [...lengths, whole.length - 9, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      const error = await restoreBackup(file, { force: true }).catch((caught) => caught);
      expect(error, `${length} of ${whole.length} bytes`).toMatchObject({ code: 'damaged' });
      await refuse(file, 'damaged');
    }
  });

  it('of one in which a single bit is another, wherever', async () => {
    const whole = readFileSync(archive);
    const file = path.join(path.dirname(data.folder), 'flipped.tar.gz');
    let harmless = 0;
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 200)) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, flipped);
      const error = await readArchive(file).catch((caught) => caught);
      // A few bits of gzip mean nothing (its own time, the filling before a block): then the contents are the same.
      if (error instanceof Error) expect(error, `byte ${at}`).toMatchObject({ code: 'damaged' });
      else {
        expect(gunzipSync(flipped).equals(gunzipSync(whole)), `byte ${at}`).toBe(true);
        harmless += 1;
      }
    }
    // How many those are depends on the random contents (up to a tenth was seen); most flips must be found.
    expect(harmless).toBeLessThan(100);
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 1;
    writeFileSync(file, flipped);
    await refuse(file, 'damaged');
  });

  it.each<[string, (real: Awaited<ReturnType<typeof parts>>) => [HeaderArgument, string | Buffer][]]>([
    ['leads out of the folder', ({ manifest, database }) => [manifest, database, [{ name: 'files/../../evil' }, 'x']]],
    ['is absolute', ({ manifest, database }) => [manifest, database, [{ name: '/tmp/evil' }, 'x']]],
    [
      'is a link',
      ({ manifest, database }) => [manifest, database, [{ name: 'files/link', type: 'symlink', linkname: '/etc' }, '']],
    ],
    [
      'comes twice',
      ({ manifest, database }) => [manifest, database, [{ name: 'files/a' }, 'x'], [{ name: 'files/a' }, 'y']],
    ],
    ['is a second database', ({ manifest, database }) => [manifest, database, database]],
    ['is missing: the database', ({ manifest }) => [manifest, [{ name: 'files/a' }, 'x']]],
    ['is no database', ({ manifest }) => [manifest, [{ name: 'directory.db' }, 'Dragi dnevniče. '.repeat(500)]]],
  ])('of one in which something %s', async (_, make) => {
    await refuse(await craft(make(await parts())), 'damaged');
    expect(existsSync(path.join(path.dirname(data.folder), 'evil'))).toBe(false);
  });

  it('of one whose contents are not those of its sums, manifest or audit log', async () => {
    const { manifest, database } = await parts();
    await refuse(await craft([manifest, database], false), 'damaged');
    const wrongSums: [HeaderArgument, string] = [{ name: 'SHA256SUMS' }, 'abc  manifest.json\n'];
    await refuse(await craft([manifest, database, wrongSums], false), 'damaged');
    for (const change of [
      { contentVersion: 42 },
      { audit: { entries: 9, head: 'x' } },
      { tables: {} },
      { bytes: 'many' },
    ]) {
      const { manifest: other } = await parts(() => change);
      await refuse(await craft([other, database]), 'damaged');
    }
  });

  it('where there is no room for it', async () => {
    const { manifest, database } = await parts(() => ({ bytes: 10 ** 15 }));
    expect(await refuse(await craft([manifest, database]), 'noSpace')).toContain('The disk is full');
  });

  it('without a file, or with two', () => {
    expect(restore(data, []).status).toBe(2);
    expect(restore(data, [archive, archive]).status).toBe(2);
    expect(restore(data, [archive, '--forced']).status).toBe(2);
  });
});

describe('a restore that is broken off', () => {
  it('after any number of its moves is undone by the next start, backup or restore', async () => {
    const names = ['a', 'b', 'c'];
    for (let done = 0; done <= 5; done += 1) {
      const target = dataFolder(path.join(path.dirname(data.folder), `moves-${done}`));
      const at = (...parts: string[]) => path.join(target.folder, ...parts);
      mkdirSync(at('work'));
      for (const name of names) writeFileSync(at(name), `old ${name}`);
      for (const name of ['a', 'b']) writeFileSync(at('work', name), `new ${name}`);
      const moves: [string, string][] = [
        ...names.map((name): [string, string] => [at(name), at('replaced-x', name)]),
        ...['a', 'b'].map((name): [string, string] => [at('work', name), at(name)]),
      ];
      // The last move is onto something that no rename can replace, so that carrying out fails by itself too.
      writeFileSync(planFile(target.folder), JSON.stringify({ moves, staging: [at('work')] }));
      mkdirSync(at('replaced-x'));
      for (const [from, to] of moves.slice(0, done)) renameSync(from, to);
      (await holdData(target.folder))();
      expect(readdirSync(target.folder).sort()).toEqual(['a', 'b', 'c', 'in-use.lock']);
      for (const name of names) expect(readFileSync(at(name), 'utf8')).toBe(`old ${name}`);
    }
  });

  it('by a move that fails puts everything back', async () => {
    const before = data.contents();
    const moves: [string, string][] = [
      [data.file, path.join(data.folder, 'replaced-x', 'directory.db')],
      [path.join(data.folder, 'no-such'), data.file],
    ];
    await expect(carryOut(data.folder, { moves, staging: [] })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(data.contents()).toEqual(before);
    expect(await undoMoves(data.folder)).toBe(false);
  });

  it('by kill -9 leaves the old state, and the next one cleans up after it', async () => {
    for (let number = 0; number < 300; number += 1) putUpload(data);
    const { file } = await makeBackup({ target: path.join(path.dirname(data.folder), 'large.tar.gz') });
    note('old state');
    const before = data.contents();
    const child = startScript('scripts/restore.ts', data, [file, '--force']);
    const ended = once(child, 'close');
    const staging = () => readdirSync(data.folder).find((name) => name.startsWith('restoring-'));
    while (child.exitCode === null && !existsSync(path.join(data.folder, staging() ?? '-', 'files'))) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    child.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    const after = Object.entries(data.contents()).filter(([name]) => !name.startsWith('restoring-'));
    expect(Object.fromEntries(after)).toEqual(before);
    await restoreBackup(file, { force: true });
    expect(readdirSync(data.folder).filter((name) => name.startsWith('restoring-'))).toEqual([]);
    expect(noted(data)).toBeUndefined();
  });
});

it('the command prints what it proved', () => {
  const { status, stdout, stderr } = restore(data, [archive, '--force']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Restored the backup of \d{4}-.* \(version .*Proven:\n {2}hashes .*2 files.*\n {2}integrity .*\n {2}audit log {4}whole, 3 entries.*\n {2}rows .*AuditEntry 3.*\nThe data of before lie in \S+replaced-\S+\.\n$/,
  );
});

it('audit:verify exits with 0, 1 or 2', () => {
  expect(verify(data).status).toBe(0);
  const connection = new Database(data.file);
  connection.exec('DROP TRIGGER "AuditEntry_no_update"');
  connection.exec(`UPDATE "AuditEntry" SET "reason" = 'x' WHERE "id" = 2`);
  connection.close();
  const broken = verify(data);
  expect(broken.status).toBe(1);
  expect(broken.stderr).toBe('The audit log is broken at entry 2: its content is not what was written.\n');
  expect(verify(data, ['--wrong']).status).toBe(2);
  expect(verify(empty()).status).toBe(2);
});
