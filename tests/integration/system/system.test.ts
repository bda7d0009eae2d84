import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { ROLES, type Role, roleCan } from '@/lib/accounts/permissions';
import { withJobLock } from '@/lib/jobs/lock';
import { giveUpMail, retryMail, runJobNow } from '@/lib/system/commands';
import { readSystem } from '@/lib/system/queries';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, outbox, send } from '../submissions/support';

let base: TestDatabase;
beforeAll(async () => {
  base = await createStoryDatabase();
});
afterAll(() => base.dispose());
beforeEach(async () => {
  await base.prisma.job.deleteMany();
  await base.prisma.outboxMail.deleteMany();
  // A mailbox gets six mails an hour; each test is an hour of its own.
  await base.prisma.accessToken.deleteMany();
});

const staff = (role: Role, factorAt: Date | null = new Date()): Staff => ({
  ...{
    kind: 'staff',
    themes: null,
    id: `${role}1`,
    role,
    name: 'Neko',
    email: 'neko@primer.example',
    locale: 'sr-Latn',
  },
  ...{ sessionId: 'x', hasFactor: true, factorAt },
});
const admin = staff('admin');
const lastAct = () => base.prisma.auditEntry.findFirst({ orderBy: { id: 'desc' } });
const stale = staff('admin', new Date(Date.now() - 16 * 60_000));

/** A mail that a server has refused for now. */
async function troubled(): Promise<{ id: number; to: string }> {
  await send();
  const [mail] = await outbox(base.prisma);
  if (!mail) throw new Error('No mail waits');
  const dueAt = new Date(Date.now() + 3_600_000);
  await base.prisma.outboxMail.update({
    where: { id: mail.id },
    data: { attempts: 3, lastError: 'EENVELOPE RCPT TO 451', dueAt },
  });
  return mail;
}

it.each(ROLES)('a %s sees the system, runs jobs and makes backups by the table of rights', async (role) => {
  expect((await readSystem(staff(role))).ok).toBe(roleCan(role, 'seeSystem'));
  expect((await runJobNow(staff(role), 'limits-that-are-none')).ok).toBe(false);
  const tried = await runJobNow(staff(role), 'reminders', { dryRun: true });
  expect(tried.ok).toBe(roleCan(role, 'runJobs'));
  if (!roleCan(role, 'runJobs')) {
    expect(await runJobNow(staff(role), 'backup')).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await giveUpMail(staff(role), 1)).toEqual({ ok: false, error: { code: 'forbidden' } });
  }
});

describe('what is shown', () => {
  it('is the state of database, disk, jobs and mail, and nothing of whom a mail is for', async () => {
    const { to } = await troubled();
    mkdirSync(path.join(base.folder, 'files/ab'), { recursive: true });
    writeFileSync(path.join(base.folder, 'files/ab/x'), Buffer.alloc(5000));
    const view = done(await readSystem(admin, new Date(Date.now() + 120_000)));
    expect(view.health.ok).toBe(true);
    expect(view.disk.uploads).toBe(5000);
    expect(view.disk.database).toBeGreaterThan(100_000);
    expect(view.versions.node).toBe(process.versions.node);
    expect(view.mailCounts).toEqual({ waiting: 1 });
    expect(view.mails).toMatchObject([
      { template: 'confirm', state: 'waiting', attempts: 3, error: 'EENVELOPE RCPT TO 451' },
    ]);
    expect(view.jobs.map(({ name }) => name)).toContain('backup');
    expect(view.backups).toEqual({ count: 0, last: null });
    expect(JSON.stringify(view)).not.toContain(to);
    expect(JSON.stringify(view)).not.toContain('sealed');
  });

  it('of a job: when it ran, how it went, and whether it runs now', async () => {
    await withJobLock(
      'retention',
      async () => ({ drafts: 2 }),
      (report) => report,
    );
    await expect(withJobLock('reminders', () => Promise.reject(new TypeError('x')))).rejects.toThrow();
    await withJobLock('mail', async () => {
      const { jobs } = done(await readSystem(admin));
      const of = (name: string) => jobs.find((job) => job.name === name);
      expect(of('retention')).toMatchObject({ isRunning: false, outcome: { isOk: true, counts: { drafts: 2 } } });
      expect(of('reminders')).toMatchObject({ outcome: { isOk: false, error: 'TypeError' } });
      expect(of('mail')).toMatchObject({ isRunning: true, lastFinishedAt: null });
      expect(of('backup')?.nextAt?.getTime()).toBeGreaterThan(Date.now());
    });
  });
});

describe('a job that is started by hand', () => {
  it('does its work, says what it did, and is written down', async () => {
    await send();
    expect(await runJobNow(admin, 'mail')).toEqual({
      ...{ ok: true, value: { state: 'done', report: { sent: 1, delayed: 0, failed: 0 } } },
    });
    expect(await lastAct()).toMatchObject({
      action: 'job.run',
      actorId: 'admin1',
      objectKind: 'job',
      objectId: 'mail',
    });
  });

  it('changes nothing when it is tried', async () => {
    await send();
    const tried = done(await runJobNow(admin, 'mail', { dryRun: true }));
    expect(tried).toEqual({ state: 'done', report: { due: 1 } });
    expect(await base.prisma.job.count()).toBe(0);
    expect((await lastAct())?.action).toBe('job.dryRun');
  });

  it('is refused while it runs elsewhere, and when there is no such job', async () => {
    await withJobLock('mail', async () => {
      expect(await runJobNow(admin, 'mail')).toEqual({ ok: false, error: { code: 'jobRunning' } });
    });
    for (const name of ['', 'x', '__proto__', 'toString']) {
      expect(await runJobNow(admin, name)).toEqual({ ok: false, error: { code: 'unknown' } });
    }
  });

  it('goes on by itself when it takes longer than a page waits', async () => {
    await send();
    expect(done(await runJobNow(admin, 'mail', { patienceMs: 0 }))).toEqual({ state: 'started' });
    await expect.poll(async () => (await base.prisma.job.findFirst())?.lastFinishedAt ?? null).not.toBeNull();
    expect(await base.prisma.outboxMail.count({ where: { state: 'sent' } })).toBe(1);
  });

  it('a backup asks for a fresh second factor, and nothing is written before', async () => {
    const before = await base.prisma.auditEntry.count();
    expect(await runJobNow(stale, 'backup')).toEqual({ ok: false, error: { code: 'showFactor' } });
    expect(await base.prisma.auditEntry.count()).toBe(before);
    expect((await runJobNow(stale, 'backup', { dryRun: true })).ok).toBe(true);
  });

  it('a backup is made, and stands on the page with what it holds', async () => {
    expect(done(await runJobNow(admin, 'backup', { patienceMs: 60_000 }))).toEqual({
      state: 'done',
      report: { made: 1 },
    });
    const { backups } = done(await readSystem(admin));
    expect(backups).toMatchObject({ count: 1, last: { isOld: false } });
    expect(backups.last?.rows).toBeGreaterThan(5);
    const tomorrow = done(await readSystem(admin, new Date(Date.now() + 5 * 60_000)));
    expect(tomorrow.backups.last?.isOld).toBe(false);
  });
});

describe('a mail in trouble', () => {
  it('is tried at once when somebody says so', async () => {
    const { id } = await troubled();
    expect((await retryMail(admin, id)).ok).toBe(true);
    const { dueAt } = await base.prisma.outboxMail.findUniqueOrThrow({ where: { id } });
    expect(dueAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await lastAct()).toMatchObject({
      action: 'mail.retry',
      objectId: String(id),
      details: '{"template":"confirm"}',
    });
  });

  it('is given up once: its address goes, and its story says so', async () => {
    const { id } = await troubled();
    const answers = await Promise.all([giveUpMail(admin, id), giveUpMail(admin, id)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const row = await base.prisma.outboxMail.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: 'failed', sealed: null });
    const where = { submissionId: row.submissionId ?? 0, kind: 'mail_failed' };
    expect(await base.prisma.submissionEvent.count({ where })).toBe(1);
    expect(await retryMail(admin, id)).toEqual({ ok: false, error: { code: 'mailGone' } });
  });

  it('one that waits on purpose, or is not there, is left alone', async () => {
    await send();
    const [held] = await outbox(base.prisma);
    const before = await base.prisma.auditEntry.count();
    for (const act of [retryMail, giveUpMail]) {
      expect(await act(admin, held?.id ?? 0)).toEqual({ ok: false, error: { code: 'mailGone' } });
      expect(await act(admin, 99_999)).toEqual({ ok: false, error: { code: 'unknown' } });
    }
    expect(await base.prisma.auditEntry.count()).toBe(before);
    expect(await outbox(base.prisma)).toHaveLength(1);
  });
});
