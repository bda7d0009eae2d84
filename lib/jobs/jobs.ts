import 'server-only';
import { planBackup } from '@/lib/backup/plan-backup';
import { BackupProblem } from '@/lib/backup/problem';
import { runBackup } from '@/lib/backup/run-backup';
import { settings } from '@/lib/env';
import { addressesDue, checkLinks } from '@/lib/keeping/links/check-links';
import { publicReach } from '@/lib/keeping/links/look';
import { askOwnersOfTheNight } from '@/lib/keeping/owner/commands';
import { dueForQuestion } from '@/lib/keeping/stale-queries';
import { countDueMail, deliverDueMail, hasDueMail } from '@/lib/mail/deliver';
import { runDigest } from './digest';
import { runFollowUp } from './follow-up';
import { runHidden } from './hidden';
import { hasEndedLease, runLeases } from './leases';
import { runQueue } from './queue';
import { runReminders } from './reminders';
import { runRetention } from './retention';
import { hasScheduledStory, runScheduled } from './scheduled';

/** What a run of a job tells: counts by name, for the log and the terminal. Nothing of anybody. */
export type JobReport = Record<string, number>;

export interface Job {
  /** Cron pattern with seconds, in the time of Belgrade. */
  schedule: string;
  /** One look whether there is anything to do, before the lock is taken; null runs always. */
  isDue: (() => Promise<boolean>) | null;
  run: (options: { dryRun: boolean; goOn: () => boolean }) => Promise<JobReport>;
  /** Run soon after the start when the last run is longer ago than this: the machine was off. In milliseconds. */
  catchUpAfterMs: number | null;
}

const DAY_MS = 86_400_000;

/** The timed jobs of the program. `npm run job -- NAME` runs one by hand. */
export const JOBS = {
  mail: {
    schedule: '*/3 * * * * *',
    isDue: () => hasDueMail(),
    run: async ({ dryRun, goOn }): Promise<JobReport> =>
      dryRun ? { due: await countDueMail() } : { ...(await deliverDueMail(undefined, undefined, goOn)) },
    catchUpAfterMs: null,
  },
  leases: {
    schedule: '20 * * * * *',
    isDue: () => hasEndedLease(),
    run: async ({ dryRun }) => ({ ...(await runLeases({ dryRun })) }),
    catchUpAfterMs: null,
  },
  scheduled: {
    schedule: '40 */10 * * * *',
    isDue: () => hasScheduledStory(),
    run: async ({ dryRun }) => ({ ...(await runScheduled({ dryRun })) }),
    catchUpAfterMs: null,
  },
  queue: {
    schedule: '0 50 3 * * *',
    isDue: null,
    run: async ({ dryRun }) => ({ ...(await runQueue({ dryRun })) }),
    catchUpAfterMs: DAY_MS,
  },
  digest: {
    schedule: '0 30 8 * * *',
    isDue: null,
    run: async ({ dryRun }) => ({ ...(await runDigest({ dryRun })) }),
    catchUpAfterMs: DAY_MS,
  },
  hidden: {
    schedule: '0 20 8 * * *',
    isDue: null,
    run: async ({ dryRun }) => ({ ...(await runHidden({ dryRun })) }),
    catchUpAfterMs: DAY_MS,
  },
  followUp: {
    schedule: '0 10 9 * * *',
    isDue: null,
    run: async ({ dryRun }) => ({ ...(await runFollowUp({ dryRun })) }),
    catchUpAfterMs: DAY_MS,
  },
  reminders: {
    schedule: '0 40 8 * * *',
    isDue: null,
    run: async ({ dryRun }) => ({ ...(await runReminders({ dryRun })) }),
    catchUpAfterMs: DAY_MS,
  },
  retention: {
    schedule: '0 10 3 * * *',
    isDue: null,
    run: async ({ dryRun }) => {
      const lines = await runRetention({ dryRun });
      return Object.fromEntries(lines.map(({ rule, due, erased }) => [rule, dryRun ? due : erased]));
    },
    catchUpAfterMs: DAY_MS,
  },
  backup: {
    schedule: '0 30 2 * * *',
    isDue: null,
    run: async ({ dryRun }) => ({ made: dryRun ? planned() : await makeBackup() }),
    catchUpAfterMs: DAY_MS,
  },
  linkCheck: {
    schedule: '0 10 1 * * *',
    isDue: async () => settings().LINK_CHECK === 'on',
    run: async ({ dryRun, goOn }): Promise<JobReport> => {
      const { SITE_URL, LINK_CHECK_PER_NIGHT: limit } = settings();
      if (dryRun) return { due: (await addressesDue(limit)).length };
      return { ...(await checkLinks({ limit, reach: publicReach(SITE_URL) }, undefined, goOn)) };
    },
    catchUpAfterMs: null,
  },
  ownerReminders: {
    schedule: '0 20 9 * * *',
    isDue: async () => settings().OWNER_REMINDERS === 'on',
    run: async ({ dryRun, goOn }) => {
      const limit = settings().OWNER_REMINDERS_PER_NIGHT;
      return { asked: dryRun ? dueForQuestion(limit).length : await askOwnersOfTheNight(limit, undefined, goOn) };
    },
    catchUpAfterMs: null,
  },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}

/** @returns 1 @throws Error with the reason when none was made */
async function makeBackup(): Promise<number> {
  const made = await runBackup();
  if (!made.ok) {
    // The log of a failed job has no messages, which could name somebody; this one names a disk or a file of ours.
    console.error(`No backup was made: ${made.error.reason}`);
    throw new Error('No backup was made');
  }
  return 1;
}

/** @returns 1 when one could be made now @throws Error when not, with the reason in the log */
function planned(): number {
  try {
    planBackup();
    return 1;
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error;
    console.error(`No backup could be made: ${error.message}`);
    throw new Error('No backup could be made');
  }
}
