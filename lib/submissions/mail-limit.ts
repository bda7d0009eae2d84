import 'server-only';
import { BUDGETS, type Rung } from '@/lib/abuse/budgets';
import type { Tx } from '@/lib/db';

/**
 * Mails that anybody can cause without proving who they are (a link to resume, to confirm, to the status page) go to an
 * address that may be a third person's. Each leaves a token with a stand-in for the address; they are counted here.
 */
const RUNGS: readonly Rung[] = BUDGETS.mailToMailbox;
const MOST = Math.max(...RUNGS.map(({ points }) => points));
const LONGEST_MS = 1_000 * Math.max(...RUNGS.map(({ seconds }) => seconds));

export type MailLimited = { code: 'limited'; retryAfterSeconds: number };

/** Whether one more such mail may go to a mailbox; null when it may. */
export async function mailLimit(tx: Tx, emailHash: string, now: Date): Promise<MailLimited | null> {
  const sent = await tx.accessToken.findMany({
    where: {
      emailHash,
      purpose: { in: ['resume', 'confirm', 'status'] },
      createdAt: { gt: new Date(now.getTime() - LONGEST_MS) },
    },
    select: { createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  });
  const wait = Math.max(...RUNGS.map(untilFree));
  return wait > 0 ? { code: 'limited', retryAfterSeconds: Math.ceil(wait / 1000) } : null;

  function untilFree({ points, seconds }: Rung): number {
    const oldest = sent[points - 1];
    return oldest ? Math.max(0, oldest.createdAt.getTime() + seconds * 1_000 - now.getTime()) : 0;
  }
}
