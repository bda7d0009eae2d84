import 'server-only';
import { randomBytes } from 'node:crypto';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';

/** A lock that is not renewed for so long belongs to a process that has ended. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = 20_000;

/** Names this process in the lock. */
const owner = `${process.pid}-${randomBytes(6).toString('hex')}`;

/**
 * Runs a job, unless another process (or this one) runs it now. The lock stands in the database and is renewed while the
 * work goes on; how the run went stands beside it.
 */
export async function withJobLock<T>(
  name: string,
  work: () => Promise<T>,
  outcomeOf: (value: T) => object = () => ({}),
): Promise<Result<T, { code: 'running' | 'busy' | 'full' }>> {
  const me = `${owner}-${randomBytes(3).toString('hex')}`;
  const taken = await take(name, me);
  if (!taken.ok) return taken;
  const renewing = setInterval(() => void renew(name, me).catch(() => {}), RENEW_EVERY_MS);
  renewing.unref();
  try {
    const value = await work();
    await release(name, me, { ok: true, ...outcomeOf(value) });
    return ok(value);
  } catch (error) {
    // Kept beside the job for who looks; the text of an error could name somebody.
    await release(name, me, { ok: false, error: error instanceof Error ? error.name : 'unknown' });
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

function take(name: string, me: string): Promise<Result<null, { code: 'running' | 'busy' | 'full' }>> {
  return writing<null, { code: 'running' }>(async (tx) => {
    const now = new Date();
    const held = { lockedBy: me, lockedUntil: new Date(now.getTime() + LEASE_MS), lastStartedAt: now };
    const job = await tx.job.findUnique({ where: { name }, select: { lockedUntil: true } });
    if (job?.lockedUntil && job.lockedUntil > now) return fail({ code: 'running' });
    await tx.job.upsert({ where: { name }, create: { name, ...held }, update: held });
    return ok(null);
  });
}

async function renew(name: string, me: string): Promise<void> {
  await writing<null, never>(async (tx) => {
    const lockedUntil = new Date(Date.now() + LEASE_MS);
    await tx.job.updateMany({ where: { name, lockedBy: me }, data: { lockedUntil } });
    return ok(null);
  });
}

async function release(name: string, me: string, outcome: object): Promise<void> {
  await writing<null, never>(async (tx) => {
    await tx.job.updateMany({
      where: { name, lockedBy: me },
      data: { lockedBy: null, lockedUntil: null, lastFinishedAt: new Date(), lastOutcome: JSON.stringify(outcome) },
    });
    return ok(null);
  });
}

/** When a job began its last run; null when it never ran. */
export async function lastRunOf(name: string): Promise<Date | null> {
  const job = await db().job.findUnique({ where: { name }, select: { lastStartedAt: true } });
  return job?.lastStartedAt ?? null;
}
