import 'server-only';
import { db, type Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { seal } from '@/lib/secrets';
import type { Before } from './snapshots';

interface NewUndo {
  submissionId: number;
  eventId: number;
  batch: string | null;
  staffId: string;
  decision: string;
  before: Before;
  revision: number;
  madeAt: Date;
  until: Date;
}

/**
 * Keeps the way back from a decision, sealed: it holds what the public saw, names included. What is over is emptied at the
 * same time, so that nothing of a story is kept here longer than its decision can be undone.
 */
export async function keepUndo(tx: Tx, { before, ...undo }: NewUndo): Promise<void> {
  const { findAll, insert } = await rows(tx);
  const mails = findAll('OutboxMail', { submissionId: undo.submissionId }, ['id'], ['id', 'asc'])
    .map(({ id }) => id)
    .filter((id) => id > before.lastMail);
  await emptyLatestUndos(tx, undo.madeAt);
  insert('DecisionUndo', { ...undo, before: seal(before), mails: JSON.stringify(mails) });
}

/** A decision that can still be undone, by its event, for the page that comes after it; null when it no longer can. */
export async function findDecided(
  event: number,
  now: Date,
): Promise<{ event: number; subject: string; decision: string; until: Date } | null> {
  const row = await db().decisionUndo.findUnique({
    where: { eventId: event },
    select: { decision: true, until: true, undoneAt: true, submission: { select: { reference: true } } },
  });
  if (!row || row.undoneAt || row.until <= now) return null;
  return { event, subject: row.submission.reference, decision: row.decision, until: row.until };
}

/** Forgets what was before decisions that cannot be undone any more. */
export async function emptyUndos(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE "DecisionUndo" SET "before" = NULL WHERE "until" < ${now} AND "before" IS NOT NULL`;
}

const DAY_MS = 86_400_000;

/** The same of the last day: what ended earlier was emptied then, by a decision or by the nightly job. */
async function emptyLatestUndos(tx: Tx, now: Date): Promise<void> {
  const { update } = await rows(tx);
  update('DecisionUndo', { until: { after: new Date(now.getTime() - DAY_MS), before: now } }, { before: null });
}
