import 'server-only';
import type { Tx } from '@/lib/db';

/** Id of the member of staff who has a story in review; null when nobody has. */
export async function holderOf(tx: Tx, submissionId: number): Promise<string | null> {
  const claim = await tx.storyClaim.findUnique({ where: { submissionId }, select: { staffId: true } });
  return claim?.staffId ?? null;
}
