import type { Staff } from '@/lib/accounts/access-rules';
import type { Result } from '@/lib/shared/result';
import type { JobError, JobOutcome } from '@/lib/system/commands';
import type { Answer } from './desk-post';
import { faultQuery } from './fault-query';

/** How a job that was started from the administrator's page went, back on that page. */
export function jobAnswer(staff: Staff, name: string, dryRun: boolean, result: Result<JobOutcome, JobError>): Answer {
  const page = '/desk/system';
  if (!result.ok) return { page, query: faultQuery(result.error) };
  switch (result.value.state) {
    case 'started':
      return { page, query: { done: 'jobStarted' } };
    case 'failed':
      return { page, query: { fault: 'jobFailed' } };
    case 'done': {
      const value = { name, dryRun, counts: result.value.report };
      return { page, query: { done: 'jobDone' }, notice: { kind: 'jobReport', value, staffId: staff.id } };
    }
  }
}
