import { runJobNow } from '@/lib/system/commands';
import { deskPost } from '../../desk-post';
import { jobAnswer } from '../../job-answer';

/** Runs a job now, or tries it (`try`). */
export const POST = deskPost('runJobs', async ({ staff, field }) => {
  const name = field('job');
  const dryRun = field('try') !== '';
  return jobAnswer(staff, name, dryRun, await runJobNow(staff, name, { dryRun }));
});
