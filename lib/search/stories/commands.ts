import 'server-only';
import type { Tx } from '@/lib/db';

/** Brings the index of stories up to date with stories that were written; one that is no longer public leaves it. */
export async function reindexStories(_tx: Tx, _ids: readonly number[]): Promise<void> {}

/** Takes stories out of the index. Run it in the transaction that removes them. */
export async function removeStoriesFromIndex(_tx: Tx, _ids: readonly number[]): Promise<void> {}
