import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { fold } from '@/lib/serbian';
import { daysOf } from './clock';
import { QUEUE_KINDS, type QueueKind } from './kinds';

/** One thing that waits, as another part of the desk hands it to the queue. */
export interface NewQueueItem {
  kind: QueueKind;
  /** Id in its own table. */
  objectId: number;
  /** What people call it by; the address of its page has it. */
  reference: string;
  state: string;
  title: string;
  organisation: string | null;
  place: string | null;
  districtCode: string | null;
  locale: string;
  practiceTypes: readonly string[];
  spamScore: number;
  since: Date;
  /** Day of a scheduled publication. */
  publishOn: string | null;
  holderId: string | null;
  assigneeId: string | null;
  /** Whoever it should come to first, besides those two. */
  preferredId: string | null;
  version: number;
}

/** Puts a thing into the queue, or renews what stands there of it; in the transaction that makes it wait. */
export async function putInQueue(tx: Tx, item: NewQueueItem): Promise<void> {
  const { publishOn, preferredId, practiceTypes, ...rest } = item;
  const { source } = QUEUE_KINDS[item.kind];
  const data = {
    ...rest,
    ...daysOf(item.kind, item.since, publishOn),
    source,
    practiceTypes: `|${practiceTypes.map((code) => `${code}|`).join('')}`,
    searchText: searchTextOf(item),
    ownerId: item.holderId ?? item.assigneeId ?? preferredId,
  };
  (await rows(tx)).put('QueueItem', ['source', 'objectId'], data, data);
}

/** Takes a thing out of the queue: nothing of it waits any more. */
export async function takeFromQueue(tx: Tx, source: string, objectId: number): Promise<void> {
  (await rows(tx)).remove('QueueItem', { source, objectId });
}

function searchTextOf({ reference, title, organisation, place }: NewQueueItem): string {
  // A reference is typed with its hyphens or without.
  const parts = [reference, reference.replaceAll('-', ''), title, organisation, place];
  return fold(parts.filter((part) => part !== null && part !== '').join(' '));
}
