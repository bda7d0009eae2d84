import 'server-only';
import type { Tx } from '@/lib/db';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { readInputs } from '@/lib/enterprises/write-records';
import type { Publication } from './schema';

/** What a merge took from the record that went; the history keeps it, so that it can be given back. */
export interface MovedAway {
  publication: Publication;
  stories: number[];
  suggestions: number[];
  /** Suggestions of a new enterprise that it was made of. */
  made: number[];
  /** Records whose successor it was, and those that had become a part of it before. */
  predecessors: number[];
  parts: number[];
  /** Older addresses that led to it. */
  addresses: string[];
}

/**
 * Gives to one record what led to another; what was given to a third one since stays there. A record whose successor changes by
 * it gets a line in its history (`followed`).
 */
export async function giveMoved(
  tx: Tx,
  moved: Partial<MovedAway>,
  { from, to, actor }: { from: number; to: number; actor: string },
): Promise<void> {
  const { stories = [], suggestions = [], made = [], predecessors = [], parts = [], addresses = [] } = moved;
  const mine = { enterpriseId: from };
  const yours = { enterpriseId: to };
  await tx.story.updateMany({ where: { id: { in: stories }, ...mine }, data: yours });
  await tx.suggestion.updateMany({ where: { id: { in: suggestions }, ...mine }, data: yours });
  await tx.suggestion.updateMany({
    where: { id: { in: made }, createdEnterpriseId: from },
    data: { createdEnterpriseId: to },
  });
  await tx.slugAlias.updateMany({ where: { slug: { in: addresses }, ...mine }, data: yours });
  const following = await readInputs(tx, predecessors);
  await saveEnterprises(
    tx,
    [...following].flatMap(([id, { input }]) =>
      input.successorId === from ? [{ id, input: { ...input, successorId: to } }] : [],
    ),
    { actor, runId: null, kind: 'followed', details: { other: to } },
  );
  await tx.enterprise.updateMany({ where: { id: { in: parts }, mergedIntoId: from }, data: { mergedIntoId: to } });
}
