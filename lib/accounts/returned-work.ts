import 'server-only';
import { leaveDuty } from '@/lib/duty/commands';
import { endLease } from '@/lib/moderation/leases';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import type { OnClosed } from './people';

/**
 * Gives the work of somebody who leaves back to the pool, in the transaction that closes the account: the stories that they
 * had, those that were given to them, and the weeks of duty to come.
 */
export const returnWorkToPool: OnClosed = async (tx, staffId) => {
  const now = new Date();
  const claims = await tx.storyClaim.findMany({ where: { staffId }, select: { submissionId: true, staffId: true } });
  for (const claim of claims) await endLease(tx, claim, 'left', now);
  const assigned = await tx.storyAssignment.findMany({ where: { staffId }, select: { submissionId: true } });
  await tx.storyAssignment.deleteMany({ where: { staffId } });
  await tx.storyViewer.deleteMany({ where: { staffId } });
  await leaveDuty(tx, staffId, now);
  for (const { submissionId } of assigned) await refreshStoryInQueue(tx, submissionId);
};
