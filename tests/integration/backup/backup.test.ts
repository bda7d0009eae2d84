import { spawnSync } from 'node:child_process';
import fs, {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BackupReport, makeBackup } from '@/lib/backup/make-backup';
import { planBackup } from '@/lib/backup/plan-backup';
import { readArchive, readManifest } from '@/lib/backup/read-archive';
import { backupName } from '@/lib/backup/rotation';
import { runBackup } from '@/lib/backup/run-backup';
import { createArchive } from '@/lib/backup/write-archive';
import { claimData } from '@/lib/db/data-lock';
import { backup, backupsOf, type DataFolder, dispose, putUpload } from './support';
import { filledFolder, workOn } from './template';

let data: DataFolder;
beforeEach(async () => {
  data = await filledFolder();
  await workOn(data);
});
afterEach(() => dispose(data));

const codes = ({ warnings }: BackupReport) => warnings.map(({ code }) => code);

describe('a backup', () => {
  it('is one file of its owner’s, which tells what it holds and which other tools can read and check', async () => {
    const hash = putUpload(data);
    const report = await makeBackup();
    expect(backupsOf(data)).toEqual([path.basename(report.file)]);
    expect(readdirSync(path.dirname(report.file)), 'and nothing beside it').toHaveLength(1);
    expect(statSync(report.file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(report.file)).mode & 0o777).toBe(0o700);
    expect(report).toMatchObject({ files: 2, warnings: [], removed: [] });
    expect(await readManifest(report.file)).toMatchObject({
      ...{ program: 'solidarna-mapa', format: 1, contentVersion: 41, contactKey: 'file', foreignKeyFaults: 0 },
      tables: { AuditEntry: 3, Meta: 2, Enterprise: 0 },
      audit: { entries: 3, head: data.query(`SELECT "hash" FROM "AuditEntry" WHERE "id" = 3`) },
      migrations: readdirSync('prisma/migrations').filter((name) => /^\d/.test(name)),
    });
    const out = path.join(data.folder, 'out');
    mkdirSync(out);
    expect(spawnSync('tar', ['xzf', report.file, '-C', out]).status).toBe(0);
    expect(spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out }).status).toBe(0);
    expect(readFileSync(path.join(out, 'files', hash.slice(0, 2), hash))).toHaveLength(5_000);
    expect(statSync(path.join(out, 'keys/contact.key')).mode & 0o777).toBe(0o600);
  });

  it('leaves out what is being written, other names, and what is not the data’s', async () => {
    const hash = putUpload(data);
    for (const name of [`${hash}.part`, `contact key`, '.lock'])
      writeFileSync(path.join(data.folder, 'files', name), 'x');
    writeFileSync(path.join(data.folder, 'notes.txt'), 'x');
    const report = await makeBackup();
    expect(report.warnings).toEqual([{ code: 'strangeNames', names: ['files/contact key'] }]);
    const names: string[] = [];
    await readArchive(report.file, async (name, content) => {
      names.push(name);
      for await (const _ of content);
    });
    expect(names).toEqual(['directory.db', 'keys/contact.key', `files/${hash.slice(0, 2)}/${hash}`]);
  });

  it('warns of what should not be, and is made all the same', async () => {
    data.query(`INSERT INTO "StoredFile" ("key", "kind", "originalName", "sha256", "bytes", "renditions")
      VALUES ('k', 'photo', 'x', '${'a'.repeat(64)}', 1, '[{"sha256":"${'b'.repeat(64)}"}]')`);
    expect((await makeBackup({ target: path.join(data.folder, '1') })).warnings).toEqual([
      { code: 'missingFiles', hashes: ['a'.repeat(64), 'b'.repeat(64)] },
    ]);
    data.query('PRAGMA foreign_keys = OFF');
    const raw = `INSERT INTO "EnterpriseName" ("enterpriseId", "text") VALUES (999, 'x')`;
    const { default: Database } = await import('better-sqlite3');
    const connection = new Database(data.file);
    connection.pragma('foreign_keys = OFF');
    connection.exec(raw);
    connection.exec('DROP TRIGGER "AuditEntry_no_update"');
    connection.exec(`UPDATE "AuditEntry" SET "reason" = 'x' WHERE "id" = 2`);
    connection.close();
    await workOn(data, { CONTACT_KEY: '6'.repeat(64) });
    const report = await makeBackup({ target: path.join(data.folder, '2') });
    expect(codes(report)).toEqual(['foreignKeyFaults', 'auditBroken', 'keyIsSetting', 'missingFiles']);
    expect(report.manifest).toMatchObject({ contactKey: 'setting', foreignKeyFaults: 1 });
  });

  it('goes where it is told: a new file or a folder, never over something', async () => {
    const target = path.join(data.folder, 'elsewhere');
    const one = path.join(target, 'by-hand.tar.gz');
    expect((await makeBackup({ target: one })).file).toBe(one);
    const two = await makeBackup({ target, now: new Date('2026-01-02T03:04:05Z') });
    expect(path.basename(two.file)).toBe('solidarna-mapa-2026-01-02T03-04-05Z.tar.gz');
    const before = readFileSync(one);
    await expect(makeBackup({ target: one })).rejects.toMatchObject({ code: 'targetExists' });
    expect(readFileSync(one).equals(before)).toBe(true);
    expect(readdirSync(target)).toHaveLength(2);
  });

  it('removes older ones by the rule, in DATA_DIR/backups only, and by name only', async () => {
    const folder = path.join(data.folder, 'backups');
    mkdirSync(folder);
    const night = (day: number) => backupName(new Date(Date.UTC(2026, 0, day, 2, 30)));
    for (let day = 1; day <= 50; day += 1) writeFileSync(path.join(folder, night(day)), 'x');
    for (const name of ['by-hand.tar.gz', 'directory-2020-01-01T00-00-00.db'])
      writeFileSync(path.join(folder, name), 'x');
    await makeBackup({ target: folder, now: new Date(Date.UTC(2026, 1, 28, 2, 30)) });
    expect(backupsOf(data)).toHaveLength(52);
    const { removed } = await makeBackup({ now: new Date(Date.UTC(2026, 2, 2, 2, 30)) });
    expect(removed.length).toBeGreaterThan(35);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([
        'by-hand.tar.gz',
        'directory-2020-01-01T00-00-00.db',
        backupName(new Date(Date.UTC(2026, 2, 2, 2, 30))),
      ]),
    );
    expect(readdirSync(folder)).not.toContain(night(10));
  });

  it('removes what one that was killed has left, and nothing of one that still works', async () => {
    const folder = path.join(data.folder, 'backups');
    for (const pid of [4_194_303, process.ppid]) mkdirSync(path.join(folder, `.backup-${pid}`), { recursive: true });
    await makeBackup();
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([`.backup-${process.ppid}`]);
  });
});

describe('no backup is made', () => {
  it('of nothing', async () => {
    rmSync(data.file);
    await expect(makeBackup()).rejects.toMatchObject({ code: 'noDatabase' });
  });

  it('of a damaged database, and then the older ones are left alone', async () => {
    const folder = path.join(data.folder, 'backups');
    mkdirSync(folder);
    const night = (day: number) => backupName(new Date(Date.UTC(2026, 0, day, 2, 30)));
    for (let day = 1; day <= 40; day += 1) writeFileSync(path.join(folder, night(day)), 'x');
    const handle = openSync(data.file, 'r+');
    for (let page = 6; page < 60; page += 1) writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    closeSync(handle);
    await expect(makeBackup()).rejects.toMatchObject({ code: 'sourceDamaged' });
    expect(backupsOf(data)).toHaveLength(40);
    expect(readdirSync(folder)).toHaveLength(40);
  });

  it('while a restore has the data alone', async () => {
    const release = claimData(data.folder);
    await expect(makeBackup()).rejects.toMatchObject({ code: 'inUse' });
    release?.();
    expect((await makeBackup()).warnings).toEqual([]);
  });

  it('where the disk fails: it ends with the cause, and does not wait for ever', async () => {
    const archive = createArchive(path.join(data.folder, 'no-such-folder', 'x'), path.join(data.folder, 'sums'));
    const large = path.join(data.folder, 'large');
    writeFileSync(large, Buffer.alloc(5_000_000, 1));
    await expect(archive.addFile('files/large', large)).rejects.toMatchObject({ code: 'ENOENT' });
    await archive.abandon();
  });
});

it('an upload that is erased between the listing and its turn is left out', async () => {
  const archive = createArchive(path.join(data.folder, 'x'), path.join(data.folder, 'sums'));
  expect(await archive.addFile('files/gone', path.join(data.folder, 'gone'))).toBe(false);
  await archive.abandon();
});

describe('a dry run', () => {
  it('makes nothing, and says what the real one would: the file, the room, what goes by rule', () => {
    putUpload(data);
    const plan = planBackup({ now: new Date('2026-11-26T02:30:00Z') });
    expect(path.basename(plan.file)).toBe(backupName(new Date('2026-11-26T02:30:00Z')));
    expect(plan.needed).toBeGreaterThan(2 * statSync(data.file).size + 5_000);
    expect(plan.removed).toEqual([]);
    expect(existsSync(path.dirname(plan.file)), 'not even the folder').toBe(false);
  });

  it('looks at the room on the disk', () => {
    const free = vi.spyOn(fs, 'statfsSync').mockReturnValue({ bavail: 1, bsize: 4096 } as never);
    syncBuiltinESMExports();
    try {
      expect(() => planBackup()).toThrow(/^The disk is full: .* has 0 MiB left, and \d+ MiB are needed\./);
    } finally {
      free.mockRestore();
      syncBuiltinESMExports();
    }
  });
});

describe('the commands', () => {
  it('exit with 0, 1 or 2, and say why in one line', () => {
    const made = backup(data);
    expect(made.stderr).toBe('');
    expect(made.stdout).toMatch(
      /^Backup: .*\.tar\.gz \(0\.\d MiB, [\d.]+ s\)\nHolds \d+ rows .*\nRead back: .* entry 3, /,
    );
    expect(made.status).toBe(0);
    const dry = backup(data, ['--dry-run']);
    expect(dry.stdout).toMatch(/^Would be made: .*\.tar\.gz; at most \d+\.\d MiB are needed, and free\.\n$/);
    expect(dry.status).toBe(0);
    expect(backup(data, ['--wrong']).status).toBe(2);
    const refused = backup(data, [data.file]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^\S+directory\.db exists already, and no backup is ever written over\.[^\n]+\n$/);
  });

  it('runBackup gives a job the outcome, or the reason', async () => {
    expect(await runBackup()).toMatchObject({ ok: true, value: { files: 1, warnings: [], removed: [] } });
    rmSync(data.file);
    expect(await runBackup()).toMatchObject({
      ok: false,
      error: { reason: expect.stringMatching(/^There is no database/) },
    });
  });
});
