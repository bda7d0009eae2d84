import 'server-only';
import { db, type Tx } from '@/lib/db';
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
  const mails = await tx.outboxMail.findMany({
    where: { submissionId: undo.submissionId, id: { gt: before.lastMail } },
    select: { id: true },
  });
  await emptyUndos(tx, undo.madeAt);
  await tx.decisionUndo.create({
    data: { ...undo, before: seal(before), mails: JSON.stringify(mails.map(({ id }) => id)) },
    select: { id: true },
  });
}

/** A decision that can still be undone, by its event, for the page that comes after it; null when it no longer can. */
export async function findDecided(
  event: number,
  now: Date,
): Promise<{ event: number; reference: string; decision: string; until: Date } | null> {
  const row = await db().decisionUndo.findUnique({
    where: { eventId: event },
    select: { decision: true, until: true, undoneAt: true, submission: { select: { reference: true } } },
  });
  if (!row || row.undoneAt || row.until <= now) return null;
  return { event, reference: row.submission.reference, decision: row.decision, until: row.until };
}

/** Forgets what was before decisions that cannot be undone any more. */
export async function emptyUndos(tx: Tx, now: Date): Promise<void> {
  await tx.decisionUndo.updateMany({ where: { until: { lt: now }, NOT: { before: null } }, data: { before: null } });
}
