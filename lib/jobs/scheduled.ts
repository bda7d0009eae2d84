import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { decideIn } from '@/lib/moderation/commands';
import { ok } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';

const dueOn = (now: Date) => ({ state: 'scheduled', publishOn: { lte: toDay(now) } });

/** Whether the day of a scheduled story has come. */
export async function hasScheduledStory(now = new Date()): Promise<boolean> {
  return (await db().submission.count({ where: dueOn(now) })) > 0;
}

/** Publishes the stories whose day has come, each with its mail (E9) in a transaction of its own. */
export async function runScheduled({ now = new Date(), dryRun = false } = {}): Promise<{ published: number }> {
  const due = await db().submission.findMany({ where: dueOn(now), select: { id: true }, orderBy: { id: 'asc' } });
  if (dryRun) return { published: due.length };
  let published = 0;
  for (const { id } of due) if (await publish(id, now)) published += 1;
  return { published };
}

async function publish(submissionId: number, now: Date): Promise<boolean> {
  const done = await writing<boolean, never>(async (tx) => {
    const story = await tx.submission.findFirst({
      where: { id: submissionId, ...dueOn(now) },
      select: { revision: true },
    });
    if (!story) return ok(false);
    const decided = await decideIn(tx, {
      ...{ submissionId, transition: 'publish', actor: { kind: 'system' }, revision: story.revision, now },
    });
    if (!decided.ok) throw new Error(`A scheduled story was refused: ${decided.error.code}`);
    await recordAudit(tx, {
      actor: { kind: 'system', id: 'scheduled' },
      action: 'submission.publish',
      object: { kind: 'submission', id: submissionId },
    });
    return ok(true);
  });
  return done.ok && done.value;
}
