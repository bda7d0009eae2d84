import 'server-only';
import { reader } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { ok } from '@/lib/shared/result';
import { FIRST_ASK_MONTHS, NEXT_ASK_MONTHS } from '@/lib/stories/follow-up';
import { toDay } from '@/lib/submissions/calendar';
import { askFollowUp } from '@/lib/submissions/commands/follow-up';
import { addMonths } from '@/lib/submissions/retention-rules';

/**
 * Published stories with an author to ask: out for half a year, nobody asked within the year, and nobody said within half a
 * year by themselves that the practice goes on. An ended practice is asked about no more.
 */
const DUE = `SELECT s.submissionId AS id FROM "Story" s
  JOIN "Submission" m ON m.id = s.submissionId AND m.state = 'published'
  JOIN "SubmissionContact" c ON c.submissionId = m.id
  WHERE s.publication = 'published' AND m.publishedAt <= ?
    AND (s.stillAlive IS NULL OR s.stillAlive <> 'no') AND (s.confirmedOn IS NULL OR s.confirmedOn <= ?)
    AND NOT EXISTS (SELECT 1 FROM "SubmissionEvent" e WHERE e.submissionId = m.id AND e.kind = 'follow_up' AND e.at > ?)
  ORDER BY s.submissionId`;

/** Asks the authors of published stories whether the practice goes on: after half a year, then once a year. */
export async function runFollowUp({ now = new Date(), dryRun = false } = {}): Promise<{ asked: number }> {
  const half = addMonths(now, -FIRST_ASK_MONTHS);
  const due = reader()
    .prepare<unknown[], { id: number }>(DUE)
    .all(stored(half), toDay(half), stored(addMonths(now, -NEXT_ASK_MONTHS)));
  if (dryRun) return { asked: due.length };
  let asked = 0;
  for (const { id } of due) {
    const done = await writing<boolean, never>(async (tx) => ok(await askFollowUp(tx, id, now)));
    if (done.ok && done.value) asked += 1;
  }
  return { asked };
}

/** An instant as Prisma stores it. */
const stored = (instant: Date) => instant.toISOString().replace('Z', '+00:00');
