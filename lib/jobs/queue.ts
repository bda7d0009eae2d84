import 'server-only';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { ok } from '@/lib/shared/result';

/** States in which a story waits for the desk; a published one does while a newer version waits. */
const WAITING = ['pending', 'in_review', 'recommended', 'approved', 'scheduled', 'hidden', 'appealed', 'spam'];

/**
 * Makes the queue whole: adds the stories that wait and are not in it (a database from before the queue, one that was
 * restored), and takes out those that do not wait. There is nothing to do as long as every step keeps it.
 */
export async function runQueue({ dryRun = false } = {}): Promise<{ added: number; removed: number }> {
  const waits = { OR: [{ state: { in: WAITING } }, { state: 'published', NOT: { pendingVersion: null } }] };
  const stories = await db().submission.findMany({ where: waits, select: { id: true } });
  const items = await db().queueItem.findMany({ where: { source: 'story' }, select: { objectId: true } });
  const there = new Set(items.map(({ objectId }) => objectId));
  const wanted = new Set(stories.map(({ id }) => id));
  const added = [...wanted].filter((id) => !there.has(id));
  const removed = [...there].filter((id) => !wanted.has(id));
  if (!dryRun) for (const id of [...added, ...removed]) await refresh(id);
  return { added: added.length, removed: removed.length };
}

async function refresh(id: number): Promise<void> {
  await writing<null, never>(async (tx) => {
    await refreshStoryInQueue(tx, id);
    return ok(null);
  });
}
