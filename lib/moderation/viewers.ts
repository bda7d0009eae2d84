import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { ok, type Result } from '@/lib/shared/result';

/** How often a page that is open says so, and for how long after that somebody counts as looking, in seconds. */
export const HEARTBEAT_SECONDS = 15;
export const VIEWING_SECONDS = 30;

/** Notes that somebody has a story open; nothing is logged of it, and it is forgotten the next day. */
export function noteViewer(
  staff: Staff,
  submissionId: number,
  now = new Date(),
): Promise<Result<null, Refusal | StorageTrouble>> {
  return writing<null, Refusal>(async (tx) => {
    const allowed = authorise(staff, 'readQueue', now);
    if (!allowed.ok) return allowed;
    const seen = { submissionId, staffId: staff.id };
    await tx.storyViewer.upsert({
      where: { submissionId_staffId: seen },
      create: { ...seen, seenAt: now },
      update: { seenAt: now },
      select: { seenAt: true },
    });
    return ok(null);
  });
}

/** Names of the others who look at a story now, in order. Needs the right `readQueue`. */
export async function viewersOf(
  submissionId: number,
  staff: Staff,
  now = new Date(),
): Promise<Result<string[], Refusal>> {
  const found = await viewersOfAll([submissionId], staff, now);
  return found.ok ? ok(found.value.get(submissionId) ?? []) : found;
}

/** The same for many stories at once; those that nobody else looks at are left out. */
export async function viewersOfAll(
  submissionIds: readonly number[],
  staff: Staff,
  now = new Date(),
): Promise<Result<Map<number, string[]>, Refusal>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const views = await db().storyViewer.findMany({
    where: {
      submissionId: { in: [...submissionIds] },
      staffId: { not: staff.id },
      seenAt: { gt: new Date(now.getTime() - VIEWING_SECONDS * 1000) },
    },
    select: { submissionId: true, staffId: true },
    orderBy: { seenAt: 'desc' },
  });
  const people = await db().staffUser.findMany({
    where: { id: { in: [...new Set(views.map(({ staffId }) => staffId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const byStory = new Map<number, string[]>();
  for (const { submissionId, staffId } of views) {
    const name = names.get(staffId);
    if (name) byStory.set(submissionId, [...(byStory.get(submissionId) ?? []), name]);
  }
  return ok(byStory);
}
