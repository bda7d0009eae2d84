import 'server-only';
import { Cron } from 'croner';
import { TIME_ZONE } from '@/lib/i18n/formats';
import { JOBS, type Job, type JobName } from './jobs';
import { lastRunOf } from './lock';
import { runJob } from './run';

/** Where the jobs tell what they did: the log of the server. */
export interface JobLog {
  info: (message: string, facts?: Record<string, string | number>) => void;
  error: (message: string, facts?: Record<string, string | number>) => void;
}

export interface RunningJobs {
  /** Begins nothing new, and waits for what is under way: a mail, a story's erasure. */
  stop: () => Promise<void>;
}

/** After the start, so that it does not slow down the first answers. */
const CATCH_UP_DELAY_MS = 60_000;

/** Starts the timed jobs inside this process. Several processes may: a lock in the database lets one run at a time. */
export function startJobs(log: JobLog): RunningJobs {
  let stopping = false;
  const underWay = new Set<Promise<void>>();
  const goOn = () => !stopping;

  const start = (name: JobName): Promise<void> => {
    if (stopping) return Promise.resolve();
    const work = runAndTell(name, goOn, log).finally(() => underWay.delete(work));
    underWay.add(work);
    return work;
  };

  const crons = (Object.entries(JOBS) as [JobName, Job][]).map(
    ([name, { schedule }]) =>
      // `protect`: one that is still running is not started again beside itself.
      new Cron(schedule, { timezone: TIME_ZONE, protect: true, unref: true }, () => start(name)),
  );
  const catchUp = setTimeout(() => void catchUpMissed(start).catch(() => {}), CATCH_UP_DELAY_MS);
  catchUp.unref();

  return {
    stop: async () => {
      stopping = true;
      clearTimeout(catchUp);
      for (const cron of crons) cron.stop();
      await Promise.all(underWay);
    },
  };
}

async function runAndTell(name: JobName, goOn: () => boolean, log: JobLog): Promise<void> {
  try {
    const job: Job = JOBS[name];
    if (job.isDue && !(await job.isDue())) return;
    const done = await runJob(name, { goOn });
    if (!done.ok) {
      if (done.error.code !== 'running') log.error(`Job ${name} could not begin`, { code: done.error.code });
      return;
    }
    const counts = Object.entries(done.value).filter(([, count]) => count > 0);
    if (counts.length > 0) log.info(`Job ${name}`, Object.fromEntries(counts));
  } catch (error) {
    // Its message could repeat what it worked on; the kind of error and the place must do.
    const where = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : '';
    log.error(`Job ${name} failed`, { error: error instanceof Error ? error.name : 'unknown', where });
  }
}

/** A machine that is off at night still erases in time. */
async function catchUpMissed(start: (name: JobName) => Promise<void>): Promise<void> {
  for (const [name, { catchUpAfterMs }] of Object.entries(JOBS) as [JobName, Job][]) {
    if (catchUpAfterMs === null) continue;
    const last = await lastRunOf(name);
    if (!last || Date.now() - last.getTime() > catchUpAfterMs) await start(name);
  }
}
