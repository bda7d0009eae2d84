import 'server-only';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { ok } from '@/lib/shared/result';
import { refreshSuggestionInQueue } from '@/lib/suggestions/queue';

/** States in which a story waits for the desk; a published one does while a newer version waits. */
const WAITING = ['pending', 'in_review', 'recommended', 'approved', 'scheduled', 'hidden', 'appealed', 'spam'];

/**
 * Makes the queue whole: adds the stories and suggestions that wait and are not in it (a database from before the queue, one
 * that was restored), and takes out those that do not wait. There is nothing to do as long as every step keeps it.
 */
export async function runQueue({ dryRun = false } = {}): Promise<{ added: number; removed: number }> {
  const waits = { OR: [{ state: { in: WAITING } }, { state: 'published', NOT: { pendingVersion: null } }] };
  const stories = await db().submission.findMany({ where: waits, select: { id: true } });
  const suggestions = await db().suggestion.findMany({ where: { state: 'waiting' }, select: { id: true } });
  const report = { added: 0, removed: 0 };
  for (const [source, waiting, refresh] of [
    ['story', stories, refreshStoryInQueue],
    ['suggestion', suggestions, refreshSuggestionInQueue],
  ] as const) {
    const { added, removed } = await differences(source, waiting);
    report.added += added.length;
    report.removed += removed.length;
    if (dryRun) continue;
    for (const id of [...added, ...removed]) {
      await writing<null, never>(async (tx) => {
        await refresh(tx, id);
        return ok(null);
      });
    }
  }
  return report;
}

async function differences(source: string, waiting: readonly { id: number }[]) {
  const items = await db().queueItem.findMany({ where: { source }, select: { objectId: true } });
  const there = new Set(items.map(({ objectId }) => objectId));
  const wanted = new Set(waiting.map(({ id }) => id));
  const added = [...wanted].filter((id) => !there.has(id));
  const removed = [...there].filter((id) => !wanted.has(id));
  return { added, removed };
}
