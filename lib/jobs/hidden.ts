import 'server-only';
import { causesToTell } from '@/lib/accounts/staff-mail';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { storyLink, tellStaff } from '@/lib/moderation/leases';
import { daysWaited } from '@/lib/queue/clock';
import { ok } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import { coordinators } from './recipients';

/** Which hidings were told: JSON of the day from when each story is hidden, by its id. The mails themselves go after 90 days. */
const TOLD = 'hidden.told';

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
  const before = await db().meta.findUnique({ where: { key: TOLD } });
  const known = JSON.parse(before?.value ?? '{}') as Record<string, string>;
  // What is no longer hidden is forgotten; hidden again it has another day.
  const told = Object.fromEntries(
    over.flatMap(({ objectId, since }) =>
      known[objectId] === since.toISOString() ? [[objectId, known[objectId]] as const] : [],
    ),
  );
  let escalated = 0;
  for (const { objectId, reference, title, since } of over) {
    const causeOf = (id: string) => `hidden ${objectId} ${since.toISOString()} ${id}`;
    if (told[objectId] !== undefined || to.length === 0) continue;
    if ((await causesToTell(db(), to.map(causeOf))).length === 0) {
      // Told before there was this list.
      told[objectId] = since.toISOString();
      continue;
    }
    escalated += 1;
    if (dryRun) continue;
    told[objectId] = since.toISOString();
    const value = JSON.stringify(told);
    await writing<null, never>(async (tx) => {
      await tx.meta.upsert({ where: { key: TOLD }, create: { key: TOLD, value }, update: { value } });
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
  const value = JSON.stringify(told);
  if (!dryRun && value !== (before?.value ?? '{}'))
    await writing<null, never>(async (tx) => {
      await tx.meta.upsert({ where: { key: TOLD }, create: { key: TOLD, value }, update: { value } });
      return ok(null);
    });
  return { escalated };
}
