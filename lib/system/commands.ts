import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditDetails } from '@/lib/audit/schema';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { isJobName, type JobName, type JobReport } from '@/lib/jobs/jobs';
import { runJob } from '@/lib/jobs/run';
import { fail, ok, type Result } from '@/lib/shared/result';
import { appendEvent } from '@/lib/submissions/events';

/** How a job that somebody started went, as far as they waited for it. */
export type JobOutcome =
  | { state: 'done'; report: JobReport }
  /** It goes on; how it went will stand beside the job. */
  | { state: 'started' }
  | { state: 'failed' };

export type JobError = Refusal | StorageTrouble | { code: 'unknown' | 'jobRunning' };

/** For so long a page waits; longer work goes on by itself. */
const PATIENCE_MS = 12_000;

/**
 * Runs a timed job now, or tries it without changes. A backup takes the right `backUp`, which asks for a fresh second
 * factor; all others `runJobs`.
 */
export async function runJobNow(
  staff: Staff,
  name: string,
  { dryRun = false, patienceMs = PATIENCE_MS }: { dryRun?: boolean; patienceMs?: number } = {},
): Promise<Result<JobOutcome, JobError>> {
  const allowed = authorise(staff, name === 'backup' && !dryRun ? 'backUp' : 'runJobs', new Date());
  if (!allowed.ok) return allowed;
  if (!isJobName(name)) return fail({ code: 'unknown' });
  const noted = await writing<null, never>(async (tx) => {
    await note(
      tx,
      staff,
      name === 'backup' && !dryRun ? 'backup.make' : dryRun ? 'job.dryRun' : 'job.run',
      'job',
      name,
    );
    return ok(null);
  });
  if (!noted.ok) return noted;
  const run = settle(name, dryRun);
  const late = sleep(patienceMs, ok<JobOutcome>({ state: 'started' }), { ref: false });
  return Promise.race([run, late]);
}

async function settle(name: JobName, dryRun: boolean): Promise<Result<JobOutcome, JobError>> {
  try {
    const done = await runJob(name, { dryRun });
    if (done.ok) return ok({ state: 'done', report: done.value });
    return fail(done.error.code === 'running' ? { code: 'jobRunning' } : { code: done.error.code });
  } catch (error) {
    // Its message could repeat what it worked on; the kind of error must do.
    console.error(`Job ${name} failed (${error instanceof Error ? error.name : 'unknown'})`);
    return ok({ state: 'failed' });
  }
}

export type MailError = Refusal | StorageTrouble | { code: 'unknown' | 'mailGone' };

/**
 * Tried and not delivered. A mail without an error may wait on purpose (a decision that can still be undone), and is nobody's
 * here to send or to stop.
 */
const inTrouble = (id: number) => ({ id, state: 'waiting', lastError: { not: null } });

/** Lets a mail that waits for its next try be tried at once. */
export function retryMail(staff: Staff, id: number, now = new Date()): Promise<Result<null, MailError>> {
  return changeMail(staff, id, now, 'mail.retry', async (tx) => {
    const { count } = await tx.outboxMail.updateMany({ where: inTrouble(id), data: { dueAt: now } });
    return count === 1;
  });
}

/** Gives a mail up that waits for its next try: its address goes, and its story's log says that it was not delivered. */
export function giveUpMail(staff: Staff, id: number, now = new Date()): Promise<Result<null, MailError>> {
  return changeMail(staff, id, now, 'mail.giveUp', async (tx) => {
    const given = { state: 'failed', sealed: null };
    const { count } = await tx.outboxMail.updateMany({ where: inTrouble(id), data: given });
    const mail = await tx.outboxMail.findUnique({ where: { id }, select: { submissionId: true } });
    if (count === 1 && mail?.submissionId != null) {
      await appendEvent(tx, { submissionId: mail.submissionId, kind: 'mail_failed', actor: { kind: 'system' }, now });
    }
    return count === 1;
  });
}

/** @returns `mailGone` when it is being sent, was sent or given up meanwhile, or never failed */
async function changeMail(
  staff: Staff,
  id: number,
  now: Date,
  action: string,
  change: (tx: Tx) => Promise<boolean>,
): Promise<Result<null, MailError>> {
  const allowed = authorise(staff, 'runJobs', now);
  if (!allowed.ok) return allowed;
  return writing<null, { code: 'unknown' | 'mailGone' }>(async (tx) => {
    const mail = await tx.outboxMail.findUnique({ where: { id }, select: { template: true } });
    if (!mail) return fail({ code: 'unknown' });
    if (!(await change(tx))) return fail({ code: 'mailGone' });
    await note(tx, staff, action, 'mail', id, { template: mail.template });
    return ok(null);
  });
}

async function note(
  tx: Tx,
  staff: Staff,
  action: string,
  kind: string,
  id: string | number,
  details: AuditDetails = {},
): Promise<void> {
  await recordAudit(tx, { actor: { kind: 'staff', id: staff.id }, action, object: { kind, id }, details });
}
