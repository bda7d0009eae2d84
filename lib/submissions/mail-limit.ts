import 'server-only';
import type { Tx } from '@/lib/db';

/**
 * Mails that anybody can cause without proving who they are (a link to resume, to confirm, to the status page) go to an
 * address that may be a third person's. Each leaves a token with a stand-in for the address; they are counted here.
 */
const PER_HOUR = 6;
const PER_DAY = 15;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type MailLimited = { code: 'limited'; retryAfterSeconds: number };

/** Whether one more such mail may go to a mailbox; null when it may. */
export async function mailLimit(tx: Tx, emailHash: string, now: Date): Promise<MailLimited | null> {
  const sent = await tx.accessToken.findMany({
    where: {
      emailHash,
      purpose: { in: ['resume', 'confirm', 'status'] },
      createdAt: { gt: new Date(now.getTime() - DAY_MS) },
    },
    select: { createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: PER_DAY,
  });
  const wait = Math.max(untilFree(PER_HOUR, HOUR_MS), untilFree(PER_DAY, DAY_MS));
  return wait > 0 ? { code: 'limited', retryAfterSeconds: Math.ceil(wait / 1000) } : null;

  function untilFree(limit: number, window: number): number {
    const oldest = sent[limit - 1];
    return oldest ? Math.max(0, oldest.createdAt.getTime() + window - now.getTime()) : 0;
  }
}
