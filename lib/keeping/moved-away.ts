import 'server-only';
import type { Tx } from '@/lib/db';
import type { Publication } from './schema';

/** What a merge took from the record that went; the history keeps it, so that it can be given back. */
export interface MovedAway {
  publication: Publication;
  stories: number[];
  suggestions: number[];
  /** Records whose successor it was, and those that had become a part of it before. */
  predecessors: number[];
  parts: number[];
  /** Older addresses that led to it. */
  addresses: string[];
}

/** Gives to one record what led to another; what was given to a third one since stays there. */
export async function giveMoved(
  tx: Tx,
  moved: Partial<MovedAway>,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const { stories = [], suggestions = [], predecessors = [], parts = [], addresses = [] } = moved;
  const mine = { enterpriseId: from };
  const yours = { enterpriseId: to };
  await tx.story.updateMany({ where: { id: { in: stories }, ...mine }, data: yours });
  await tx.suggestion.updateMany({ where: { id: { in: suggestions }, ...mine }, data: yours });
  await tx.slugAlias.updateMany({ where: { slug: { in: addresses }, ...mine }, data: yours });
  await tx.enterprise.updateMany({
    where: { id: { in: predecessors }, successorId: from },
    data: { successorId: to },
  });
  await tx.enterprise.updateMany({ where: { id: { in: parts }, mergedIntoId: from }, data: { mergedIntoId: to } });
}
