import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Lock from '@/lib/jobs/lock';
import type { JobLog } from '@/lib/jobs/scheduler';
import type { TestDatabase } from '@/tests/support/database';
import { ANSWERS, createStoryDatabase, done, later, outbox, send, sendAndConfirm, step } from '../submissions/support';

let database: TestDatabase;
let lock: typeof Lock;
beforeAll(async () => {
  database = await createStoryDatabase();
  lock = await import('@/lib/jobs/lock');
});
afterAll(() => database.dispose());
beforeEach(async () => {
  await database.prisma.job.deleteMany();
  await database.prisma.outboxMail.deleteMany();
});

describe('a job', () => {
  it('runs once at a time, whichever process begins it', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(100);
      running -= 1;
    };
    const results = await Promise.all([1, 2, 3].map(() => lock.withJobLock('test', work)));
    expect(most).toBe(1);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'running' } });
    expect((await lock.withJobLock('test', work)).ok, 'afterwards it is free').toBe(true);
  });

  it('of a process that has ended is free after a minute', async () => {
    const { prisma } = database;
    await prisma.job.create({ data: { name: 'test', lockedBy: 'dead', lockedUntil: new Date(Date.now() + 30_000) } });
    expect((await lock.withJobLock('test', async () => {})).ok).toBe(false);
    await prisma.job.updateMany({ data: { lockedUntil: new Date(Date.now() - 1) } });
    expect((await lock.withJobLock('test', async () => {})).ok).toBe(true);
  });

  it('that fails lets go of its lock, and notes the failure without its text', async () => {
    const failing = lock.withJobLock('test', () => Promise.reject(new TypeError('ana@primer.example')));
    await expect(failing).rejects.toThrow(TypeError);
    const row = await database.prisma.job.findUniqueOrThrow({ where: { name: 'test' } });
    expect(row).toMatchObject({ lockedBy: null, lastOutcome: '{"ok":false,"error":"TypeError"}' });
  });

  it('notes what it did', async () => {
    const { runJob } = await import('@/lib/jobs/run');
    await send();
    // What is held until an undo is over is not due.
    await send({ ...ANSWERS, contactEmail: 'vera@primer.example' });
    const held = await database.prisma.outboxMail.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const dueAt = new Date(Date.now() + 600_000);
    await database.prisma.outboxMail.update({ where: { id: held.id }, data: { dueAt } });
    expect(done(await runJob('mail', { dryRun: true }))).toEqual({ due: 1 });
    expect(await database.prisma.job.count(), 'a dry run leaves no trace').toBe(0);
    expect(done(await runJob('mail'))).toEqual({ sent: 1, delayed: 0, failed: 0 });
    const row = await database.prisma.job.findUniqueOrThrow({ where: { name: 'mail' } });
    expect(JSON.parse(row.lastOutcome ?? '')).toEqual({ ok: true, sent: 1, delayed: 0, failed: 0 });
  });
});

describe('a dry run', () => {
  it('of every job leaves the database as it was, and counts what has a word', async () => {
    const { JOBS } = await import('@/lib/jobs/jobs');
    const { runJob } = await import('@/lib/jobs/run');
    const { words } = await import('@/lib/i18n/words');
    await send({ ...ANSWERS, contactEmail: 'mira@primer.example' });
    const sqlite = database.prisma;
    const tables = await sqlite.$queryRaw<{ name: string }[]>`
      SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`;
    const whole = async () => {
      const rows: Record<string, unknown> = {};
      for (const { name } of tables) rows[name] = await sqlite.$queryRawUnsafe(`SELECT * FROM "${name}"`);
      return rows;
    };
    const before = await whole();
    for (const name of Object.keys(JOBS) as (keyof typeof JOBS)[]) {
      const report = done(await runJob(name, { dryRun: true }));
      expect(Object.keys(report).length, name).toBeGreaterThan(0);
      for (const locale of ['sr-Latn', 'en'] as const) {
        const t = words(locale, 'DeskJobCounts');
        expect(
          Object.keys(report).filter((key) => !t.has(key as 'due')),
          `${name} ${locale}`,
        ).toEqual([]);
      }
    }
    expect(await whole()).toEqual(before);
  });
});

describe('the jobs inside the server', () => {
  it('send mail within seconds, tell the log counts only, and stop', async () => {
    const { startJobs } = await import('@/lib/jobs/scheduler');
    const lines: string[] = [];
    const tell: JobLog['info'] = (message, facts) => lines.push(`${message} ${JSON.stringify(facts)}`);
    const jobs = startJobs({ info: tell, error: tell });
    await send();
    await vi.waitFor(async () => expect(await outbox(database.prisma)).toEqual([]), { timeout: 15_000, interval: 200 });
    await jobs.stop();
    expect(lines).toEqual(['Job mail {"sent":1}']);
    await send();
    await sleep(4000);
    expect(await outbox(database.prisma), 'stopped is stopped').toHaveLength(1);
  });
});

describe('reminders', () => {
  it('are sent once after 14 days; after 30 the story rests, and may wake', async () => {
    const { runReminders } = await import('@/lib/jobs/reminders');
    const { id, statusToken } = await sendAndConfirm(database.prisma);
    await step(database.prisma, id, ['claim']);
    const requests = [{ field: 'title', quote: null, reason: 'unclear', note: 'Kraće.' }] as const;
    await step(database.prisma, id, ['request_changes'], { requests });

    expect(await runReminders({ now: later(13) })).toEqual({ reminded: 0, dormant: 0 });
    expect(await runReminders({ now: later(14), dryRun: true })).toEqual({ reminded: 1, dormant: 0 });
    expect(await runReminders({ now: later(14) })).toEqual({ reminded: 1, dormant: 0 });
    expect(await runReminders({ now: later(15) })).toEqual({ reminded: 0, dormant: 0 });
    expect(await outbox(database.prisma, 'changesReminder')).toMatchObject([{ values: { until: '2026-12-25' } }]);

    expect(await runReminders({ now: later(30) })).toEqual({ reminded: 0, dormant: 1 });
    const { findByStatusToken } = await import('@/lib/submissions/queries');
    expect(await findByStatusToken(statusToken, later(31))).toMatchObject({ state: 'dormant', can: { edit: true } });
    expect(await outbox(database.prisma, 'dormant')).toMatchObject([{ values: { until: '2027-12-25' } }]);
    expect(await runReminders({ now: later(60) })).toEqual({ reminded: 0, dormant: 0 });
  });
});

describe('npm run job', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/job.ts', ...args], {
      env: { ...process.env, DATA_DIR: database.folder, DATABASE_URL: `file:${database.file}` },
      encoding: 'utf8',
    });

  it('prints what is due, and does it', async () => {
    await send(undefined, later(-8, new Date()));
    const dry = run('retention', '--dry-run');
    expect(dry.stdout).toMatch(/dry run: nothing was changed[\s\S]*unconfirmed +\d/);
    const mail = run('mail');
    expect(mail.stdout, mail.stderr).toMatch(/Job mail: done\.\n {2}sent +1\n/);
    expect(mail.status).toBe(0);
    expect(readdirSync(path.join(database.folder, 'outbox')).length).toBeGreaterThan(0);
  });

  it('says which jobs there are', async () => {
    const { JOBS } = await import('@/lib/jobs/jobs');
    const { status, stderr } = run('nothing');
    expect(status).toBe(2);
    for (const name of Object.keys(JOBS)) expect(stderr).toContain(name);
  });
});
