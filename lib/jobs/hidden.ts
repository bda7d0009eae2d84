import 'server-only';
import { causesToTell } from '@/lib/accounts/staff-mail';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { storyLink, tellStaff } from '@/lib/moderation/leases';
import { daysWaited } from '@/lib/queue/clock';
import { ok } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import { coordinators } from './recipients';

/**
 * Tells the coordinators of stories that are hidden longer than their authors were told, once for each hiding. The queue
 * marks them by itself.
 */
export async function runHidden({ now = new Date(), dryRun = false } = {}): Promise<{ escalated: number }> {
  const over = await db().queueItem.findMany({
    where: { source: 'story', kind: 'hidden', redOn: { lte: toDay(now) } },
    select: { objectId: true, reference: true, title: true, since: true },
  });
  const to = await coordinators();
  let escalated = 0;
  for (const { objectId, reference, title, since } of over) {
    const causeOf = (id: string) => `hidden ${objectId} ${since.toISOString()} ${id}`;
    if ((await causesToTell(db(), to.map(causeOf))).length === 0) continue;
    escalated += 1;
    if (dryRun) continue;
    await writing<null, never>(async (tx) => {
      for (const id of to) {
        await tellStaff(tx, id, (name, locale) => ({
          ...{ template: 'staffHidden', cause: causeOf(id) },
          values: {
            name,
            reference,
            title,
            days: daysWaited('hidden', since, now),
            link: storyLink(locale, reference),
          },
        }));
      }
      return ok(null);
    });
  }
  return { escalated };
}
