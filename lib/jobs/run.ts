import 'server-only';
import { ok, type Result } from '@/lib/shared/result';
import { JOBS, type Job, type JobName, type JobReport } from './jobs';
import { withJobLock } from './lock';

export type RunError =
  /** Another process runs it now. */
  { code: 'running' } | { code: 'busy' | 'full' };

/** Runs a job once, under its lock. A dry run changes nothing, so it takes no lock. @throws what the job threw */
export async function runJob(
  name: JobName,
  { dryRun = false, goOn = () => true }: { dryRun?: boolean; goOn?: () => boolean } = {},
): Promise<Result<JobReport, RunError>> {
  const job: Job = JOBS[name];
  if (dryRun) return ok(await job.run({ dryRun, goOn }));
  return withJobLock(
    name,
    () => job.run({ dryRun, goOn }),
    (report) => report,
  );
}
