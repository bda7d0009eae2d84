import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSpace } from '@/scripts/setup/machine.mjs';
import { nodeProblem } from '@/scripts/setup/node-version.mjs';
import { npmProblem } from '@/scripts/setup/packages.mjs';
import { toProblem } from '@/scripts/setup/problem.mjs';
import { freePort } from '@/tests/e2e/support/start-program';

let folder: string;
let port: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-test-'));
  port = String(await freePort());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `npm start` where it must fail, and checks what every failure has in common. */
function failToStart(settings: Record<string, string>, nodeArgs: string[] = []): string {
  const { status, stderr, stdout } = spawnSync(process.execPath, [...nodeArgs, 'scripts/start.mjs'], {
    env: { ...process.env, PORT: port, DATA_DIR: folder, LOG_LEVEL: '', ...settings },
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines, 'one line').toHaveLength(1);
  expect(lines[0]).not.toMatch(/\.m?[jt]s:\d+/);
  return lines[0] ?? '';
}

describe('a start that cannot succeed says why in one line, and what to do', () => {
  it('a port in use', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(Number(port), resolve));
    expect(failToStart({})).toBe(
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${Number(port) + 1} npm start.`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('a folder that cannot be written', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, 'x');
    const line = failToStart({ DATA_DIR: path.join(file, 'data') });
    expect(line).toContain(`DATA_DIR=${path.join(file, 'data')} cannot be written.`);
    expect(line).toContain('set DATA_DIR to another folder');
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it.each([
    ['PORT', 'eighty', /PORT="eighty" is not a port\. Set it to a whole number from 1 to 65535/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL="loud": .*"error".*"debug"/],
    ['SITE_URL', 'mapa.example.org', /SITE_URL="mapa\.example\.org": must be a whole address/],
  ])('a wrong %s', (name, value, line) => {
    expect(failToStart({ [name]: value })).toMatch(line);
  });

  it('an old Node', () => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.4'})`;
    expect(failToStart({}, ['--import', pretend])).toBe(
      'Node.js 18.20.4 is too old: this program needs 20.19 or newer. Install it from https://nodejs.org, then run the command again.',
    );
  });

  it('a damaged database, which stays as it is', () => {
    const data = path.join(folder, 'damaged');
    const file = path.join(data, 'directory.db');
    spawnSync('mkdir', [data]);
    writeFileSync(file, 'ovo nije baza '.repeat(1000));
    expect(failToStart({ DATA_DIR: data })).toMatch(
      /^The database \S+directory\.db is damaged \(file is not a database\)\. Nothing was changed\. Put back the newest backup/,
    );
    expect(readFileSync(file, 'utf8')).toBe('ovo nije baza '.repeat(1000));
    expect(readdirSync(data)).toEqual(['directory.db', 'in-use.lock', 'keys']);
  });

  it('a database that is no file', () => {
    expect(failToStart({ DATABASE_URL: 'postgres://localhost/mapa' })).toMatch(/DATABASE_URL=.*must begin with file:/);
  });
});

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });
  it.each(['20.18.3', '18.20.4', '0.12.0'])('%s is too old', (version) => {
    expect(nodeProblem(version)).toContain(`Node.js ${version} is too old`);
  });
});

describe('a full disk', () => {
  const plan = { dataDir: '/data', databaseFile: '/nowhere.db', root: '/app', install: true, build: true };

  it('is seen before anything is written', () => {
    const mebibytes = (data: number, app: number) => (place: string) => (place === '/data' ? data : app) * 1_048_576;
    expect(() => checkSpace(plan, mebibytes(10, 9_999))).toThrow(
      /The disk is full: \/data has 10 MiB left, and \d+ MiB are needed/,
    );
    expect(() => checkSpace(plan, mebibytes(9_999, 10))).toThrow(/The disk is full: \/app has 10 MiB left/);
    expect(() => checkSpace({ ...plan, install: false, build: false }, mebibytes(9_999, 0))).not.toThrow();
  });

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])('is named when it shows later (%s)', (code) => {
    const { message } = toProblem(Object.assign(new Error('x'), { code }), 'writing the backup');
    expect(message).toBe(
      'The disk is full: writing the backup failed. Free some space and start again; nothing was lost.',
    );
  });
});

describe('what npm could not do', () => {
  it.each([
    ['npm error gyp ERR! stack Error: not found: make', /better-sqlite3 could not be built.*build-essential python3/],
    ['npm error code ENOTFOUND\nnpm error network request to https://registry', /registry cannot be reached/],
    ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device', /The disk is full/],
    ['npm error code EACCES\nnpm error path node_modules', /may not write in/],
    ['npm error code EUSAGE\nnpm error lock file is out of date', /lock file is out of date/],
  ])('%s', (output, line) => {
    const { message } = npmProblem(output, 'Installing the packages', '/tmp/npm.log');
    expect(message).toMatch(line);
    expect(message).not.toContain('\n');
  });
});
