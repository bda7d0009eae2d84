import 'server-only';
import type { Tx } from '@/lib/db';
import type { State } from '@/lib/moderation/rules';
import { DRAFT_DAYS } from '@/lib/submissions/draft-values';
import { contactEraseOn } from '@/lib/submissions/retention-rules';
import { DECIDING, unredactedEraseOn } from './retention-rules';

/** Files that only staff see and whose time is over: photos as they were, and evidence of consents. */
export async function dueStaffFiles(tx: Tx, now: Date): Promise<{ id: number; sha256: string }[]> {
  return [...(await dueUnredacted(tx, now)), ...(await dueEvidence(tx, now))];
}

async function dueUnredacted(tx: Tx, now: Date) {
  const rows = await tx.staffFile.findMany({
    where: { purpose: 'unredacted' },
    select: {
      ...{ id: true, sha256: true, createdAt: true },
      submission: {
        select: {
          state: true,
          events: { where: { kind: { in: [...DECIDING] } }, orderBy: { id: 'desc' }, take: 1, select: { at: true } },
        },
      },
    },
  });
  return rows.filter(({ createdAt, submission }) => {
    const on = unredactedEraseOn({
      state: (submission?.state ?? 'erased') as State,
      keptAt: createdAt,
      decidedAt: submission?.events[0]?.at ?? null,
    });
    return on !== null && on <= now;
  });
}

const DAY_MS = 86_400_000;

/** Intakes that nobody finished: their draft is swept as any other, and what was kept of the consent goes with it. */
const LOST_INTAKE = (now: Date) => ({
  submissionId: null,
  savedAt: { lte: new Date(now.getTime() - DRAFT_DAYS * DAY_MS) },
});

/** Evidence is needed for as long as the story may be shown; after that it goes with the contact. */
async function dueEvidence(tx: Tx, now: Date) {
  const rows = await tx.staffFile.findMany({
    where: { purpose: 'consent', OR: [{ submissionId: { not: null } }, { intake: LOST_INTAKE(now) }] },
    select: {
      ...{ id: true, sha256: true, createdAt: true },
      submission: { select: { state: true, stateSince: true, publishedAt: true } },
    },
  });
  return rows.filter(({ submission, createdAt }) => {
    if (!submission) return true;
    const state = submission.state as State;
    if (state === 'published' || state === 'hidden') return false;
    const on = contactEraseOn({ ...submission, state, savedAt: createdAt });
    return on !== null && on <= now;
  });
}

/** Erases rows of staff's own files. @returns hashes for `removeUnnamed`, after the transaction */
export async function eraseStaffFiles(tx: Tx, now: Date): Promise<string[]> {
  const due = await dueStaffFiles(tx, now);
  await tx.staffFile.deleteMany({ where: { id: { in: due.map(({ id }) => id) } } });
  await tx.storyIntake.deleteMany({ where: LOST_INTAKE(now) });
  return due.map(({ sha256 }) => sha256);
}
