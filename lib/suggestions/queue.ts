import 'server-only';
import type { Tx } from '@/lib/db';
import { putInQueue, takeFromQueue } from '@/lib/queue/items';

/**
 * Makes the queue of the desk say of a suggestion what is so now: it stands there while it waits. Whoever makes one or
 * changes its state calls it, in the same transaction.
 */
export async function refreshSuggestionInQueue(tx: Tx, id: number): Promise<void> {
  const suggestion = await tx.suggestion.findUnique({ where: { id }, select: WAITING });
  if (suggestion?.state !== 'waiting') return takeFromQueue(tx, 'suggestion', id);
  const { name, reference, state, locale, spamScore, createdAt } = suggestion;
  await putInQueue(tx, {
    ...{ kind: 'suggestion', objectId: id, reference, state, title: name, locale, spamScore, since: createdAt },
    ...{ organisation: null, place: null, districtCode: null, practiceTypes: [], publishOn: null, version: 0 },
    ...{ holderId: null, assigneeId: null, preferredId: null },
  });
}

const WAITING = {
  name: true,
  reference: true,
  state: true,
  locale: true,
  spamScore: true,
  createdAt: true,
} as const;
