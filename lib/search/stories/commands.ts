import 'server-only';
import type { Tx } from '@/lib/db';
import { type IndexedKind, reindex, remove } from '../reindex';
import { type StorySource, toStoryDocument } from './documents';
import { SELECT_STORIES_NAMING, SELECT_STORY_IDS, SELECT_STORY_SOURCES } from './sources-sqlite';

export const INDEXED_STORIES: IndexedKind<StorySource> = {
  tables: 'story_search',
  selectIds: SELECT_STORY_IDS,
  selectSources: SELECT_STORY_SOURCES,
  toDocument: toStoryDocument,
};

/**
 * Brings the index of stories up to date with stories that were written; one that is no longer public leaves it. Run it in
 * the transaction that wrote the stories. Where there is no index yet, it is made of all stories.
 */
export async function reindexStories(tx: Tx, ids: readonly number[]): Promise<void> {
  await reindex(tx, INDEXED_STORIES, ids);
}

/** Ids of the public stories that name one of these records of the directory: their entries hold the record's names. */
export async function storiesNaming(tx: Tx, enterpriseIds: readonly number[]): Promise<number[]> {
  if (enterpriseIds.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ id: number | bigint }[]>(
    SELECT_STORIES_NAMING,
    JSON.stringify(enterpriseIds),
  );
  return rows.map(({ id }) => Number(id));
}

/** Takes stories out of the index. Run it in the transaction that removes them. */
export async function removeStoriesFromIndex(tx: Tx, ids: readonly number[]): Promise<void> {
  await remove(tx, INDEXED_STORIES, ids);
}
