import 'server-only';
import { Cron } from 'croner';
import { authorise, type Refusal, type StaffActor } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { settings } from '@/lib/env';
import { type Health, readHealth } from '@/lib/health/queries';
import { TIME_ZONE } from '@/lib/i18n/formats';
import { JOBS, type Job, type JobName } from '@/lib/jobs/jobs';
import { ok, type Result } from '@/lib/shared/result';
import { type BackupsView, readBackups } from './backups';
import { type DiskView, readDisk } from './disk';
import { type SettingView, viewSettings } from './settings-view';
import { readVersions, type VersionsView } from './versions';

/** A timed job, as the administrator sees it. */
export interface JobView {
  name: JobName;
  /** Cron pattern with seconds, in the time of Belgrade. */
  schedule: string;
  nextAt: Date | null;
  lastStartedAt: Date | null;
  lastFinishedAt: Date | null;
  /** Whether some process runs it now. */
  isRunning: boolean;
  /** How the last run went; null when it never ran to its end. */
  outcome: { isOk: boolean; counts: Record<string, number>; error: string | null } | null;
}

/** A mail that is not sent, without anything of whom it is for. */
export interface MailView {
  id: number;
  template: string;
  state: 'waiting' | 'sending' | 'failed';
  attempts: number;
  /** Codes of the last error; null when it was not tried yet. */
  error: string | null;
  createdAt: Date;
  dueAt: Date;
}

export interface SystemView {
  health: Result<Health, string>;
  versions: VersionsView;
  disk: DiskView;
  backups: BackupsView;
  jobs: JobView[];
  /** Whether this server runs the jobs by the clock. */
  jobsOn: boolean;
  /** Rows of the outbox by state. */
  mailCounts: Record<string, number>;
  mails: MailView[];
  settings: SettingView[];
}

/** The troubled and the oldest first; more than anybody works through on a page. */
const MAILS_SHOWN = 50;

/** How the machine, the database, the mail and the jobs are. Nothing of anybody. */
export async function readSystem(actor: StaffActor, now = new Date()): Promise<Result<SystemView, Refusal>> {
  const allowed = authorise(actor, 'seeSystem', now);
  if (!allowed.ok) return allowed;
  return ok({
    health: readHealth(),
    versions: readVersions(),
    disk: await readDisk(now.getTime()),
    backups: await readBackups(now),
    jobs: await readJobs(now),
    jobsOn: settings().JOBS === 'on',
    mailCounts: await countMails(),
    mails: await listMails(),
    settings: viewSettings(settings()),
  });
}

async function readJobs(now: Date): Promise<JobView[]> {
  const rows = new Map((await db().job.findMany()).map((row) => [row.name, row]));
  return (Object.entries(JOBS) as [JobName, Job][]).map(([name, { schedule }]) => {
    const row = rows.get(name);
    return {
      ...{ name, schedule, nextAt: new Cron(schedule, { timezone: TIME_ZONE, paused: true }).nextRun() },
      lastStartedAt: row?.lastStartedAt ?? null,
      lastFinishedAt: row?.lastFinishedAt ?? null,
      isRunning: row?.lockedUntil != null && row.lockedUntil > now,
      outcome: row?.lastOutcome ? readOutcome(row.lastOutcome) : null,
    };
  });
}

/** As lib/jobs/lock wrote it. */
function readOutcome(text: string): NonNullable<JobView['outcome']> {
  const { ok: isOk, error, ...rest } = JSON.parse(text) as { ok: boolean; error?: string } & Record<string, unknown>;
  const counts = Object.entries(rest).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { isOk, counts: Object.fromEntries(counts), error: error ?? null };
}

async function countMails(): Promise<Record<string, number>> {
  const groups = await db().outboxMail.groupBy({ by: ['state'], _count: { _all: true } });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count._all]));
}

async function listMails(): Promise<MailView[]> {
  // Never `sealed`: whom a mail is for is nobody's business here.
  const select = {
    id: true,
    template: true,
    state: true,
    attempts: true,
    lastError: true,
    createdAt: true,
    dueAt: true,
  };
  const open = await db().outboxMail.findMany({
    where: { state: { in: ['waiting', 'sending'] } },
    orderBy: [{ attempts: 'desc' }, { id: 'asc' }],
    take: MAILS_SHOWN,
    select,
  });
  const failed = await db().outboxMail.findMany({
    where: { state: 'failed' },
    orderBy: { id: 'desc' },
    take: MAILS_SHOWN,
    select,
  });
  return [...open, ...failed].map(({ state, lastError, ...row }) => ({
    ...row,
    state: state as MailView['state'],
    error: lastError,
  }));
}
