import 'server-only';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { endLease } from '@/lib/moderation/leases';
import { ok } from '@/lib/shared/result';

const DAY_MS = 86_400_000;

/** Whether somebody's time with a story is over. */
export async function hasEndedLease(now = new Date()): Promise<boolean> {
  return (await db().storyClaim.count({ where: { expiresAt: { lte: now } } })) > 0;
}

/** Gives back the stories whose 24 hours are over, and forgets who looked at what the day before. */
export async function runLeases({ now = new Date(), dryRun = false } = {}): Promise<{ ended: number }> {
  const where = { expiresAt: { lte: now } };
  const over = await db().storyClaim.findMany({ where, select: { submissionId: true } });
  if (dryRun) return { ended: over.length };
  for (const { submissionId } of over) {
    await writing<null, never>(async (tx) => {
      // Renewed since it was counted?
      const claim = await tx.storyClaim.findFirst({ where: { submissionId, ...where } });
      if (claim) await endLease(tx, claim, 'lease', now);
      return ok(null);
    });
  }
  await writing<null, never>(async (tx) => {
    await tx.storyViewer.deleteMany({ where: { seenAt: { lte: new Date(now.getTime() - DAY_MS) } } });
    return ok(null);
  });
  return { ended: over.length };
}
