import 'server-only';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { CHANGES_DAYS, CHANGES_REMINDER_DAYS, DORMANT_MONTHS } from '@/lib/moderation/rules';
import { ok } from '@/lib/shared/result';
import { addDays, toDay } from '@/lib/submissions/calendar';
import { appendEvent } from '@/lib/submissions/events';
import { notifyAuthor } from '@/lib/submissions/notify';
import { addMonths } from '@/lib/submissions/retention-rules';
import { transition } from '@/lib/submissions/transition';

export interface RemindersReport {
  /** Authors reminded of what staff asked (E6). */
  reminded: number;
  /** Stories that rest now, because nothing came for 30 days (E7). */
  dormant: number;
}

const DAY_MS = 86_400_000;
const system = { kind: 'system' } as const;

/** Reminds authors of changes that staff asked for, once after 14 days; after 30 the story rests, for up to 12 months. */
export async function runReminders({ now = new Date(), dryRun = false } = {}): Promise<RemindersReport> {
  const waiting = await db().submission.findMany({
    where: {
      state: 'changes_requested',
      stateSince: { lte: new Date(now.getTime() - CHANGES_REMINDER_DAYS * DAY_MS) },
    },
    select: { id: true, stateSince: true, events: { where: { kind: 'remind' }, select: { at: true } } },
  });
  const report: RemindersReport = { reminded: 0, dormant: 0 };
  for (const { id, stateSince, events } of waiting) {
    const over = now.getTime() - stateSince.getTime() >= CHANGES_DAYS * DAY_MS;
    if (!over && events.some(({ at }) => at >= stateSince)) continue;
    report[over ? 'dormant' : 'reminded'] += 1;
    if (dryRun) continue;
    await (over ? putToRest(id, now) : remind(id, stateSince, now));
  }
  return report;
}

async function remind(submissionId: number, since: Date, now: Date): Promise<void> {
  await writing<null, never>(async (tx) => {
    if ((await tx.submission.count({ where: { id: submissionId, state: 'changes_requested' } })) === 0) return ok(null);
    const until = addDays(toDay(since), CHANGES_DAYS);
    await notifyAuthor(tx, { submissionId, template: 'changesReminder', values: { until }, now });
    await appendEvent(tx, { submissionId, kind: 'remind', actor: system, now });
    return ok(null);
  });
}

async function putToRest(submissionId: number, now: Date): Promise<void> {
  await writing<null, never>(async (tx) => {
    const step = { submissionId, transition: 'sleep', actor: system, revision: null, now } as const;
    const stepped = await transition(tx, step);
    if (!stepped.ok) return ok(null);
    const until = toDay(addMonths(now, DORMANT_MONTHS));
    await notifyAuthor(tx, { submissionId, template: 'dormant', values: { until }, now });
    return ok(null);
  });
}
