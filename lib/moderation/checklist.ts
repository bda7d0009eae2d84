import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { CheckPoint } from './check-points';
import { isInScope } from './scope';

/**
 * Keeps which points of the checklist somebody has looked at in the newest version of a story. Each person has a list of
 * their own; colleagues see them all. Needs the right `recommend`.
 * @param points all points that are ticked now
 */
export async function saveChecklist(
  staff: Staff,
  submissionId: number,
  points: readonly CheckPoint[],
  now = new Date(),
): Promise<Result<null, Refusal | { code: 'notFound' } | StorageTrouble>> {
  const allowed = authorise(staff, 'recommend', now);
  if (!allowed.ok) return allowed;
  return writing<null, { code: 'notFound' }>(async (tx) => {
    const story = await tx.submission.findUnique({
      where: { id: submissionId, state: { not: 'erased' } },
      select: { versionNumber: true },
    });
    if (!story || !(await isInScope(tx, staff, submissionId))) return fail({ code: 'notFound' });
    const own = { submissionId, staffId: staff.id };
    const version = story.versionNumber;
    const kept = await tx.storyCheck.findMany({ where: { ...own, version }, select: { point: true, at: true } });
    await tx.storyCheck.deleteMany({ where: own });
    await tx.storyCheck.createMany({
      data: [...new Set(points)].map((point) => ({
        ...{ ...own, point, version },
        at: kept.find((check) => check.point === point)?.at ?? now,
      })),
    });
    return ok(null);
  });
}
