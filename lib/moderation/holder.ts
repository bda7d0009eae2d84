import 'server-only';
import type { Tx } from '@/lib/db';

/** Id of the member of staff who has a story in review; null when nobody has. */
export async function holderOf(tx: Tx, submissionId: number): Promise<string | null> {
  const story = await tx.submission.findUnique({ where: { id: submissionId }, select: { state: true } });
  if (story?.state !== 'in_review') return null;
  const claim = await tx.submissionEvent.findFirst({
    where: { submissionId, kind: 'claim' },
    orderBy: { id: 'desc' },
    select: { actorId: true },
  });
  return claim?.actorId ?? null;
}
