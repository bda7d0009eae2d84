import 'server-only';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { reindexStories, removeStoriesFromIndex } from '@/lib/search/stories/commands';
import { removeStory } from './commands';

/** A public story with all that belongs to it. It may be kept as JSON: dates come back as texts. */
export type StorySnapshot = NonNullable<Awaited<ReturnType<typeof readStory>>>;

const readStory = (tx: Tx, submissionId: number) =>
  tx.story.findUnique({ where: { submissionId }, include: { texts: true, terms: true, aliases: true } });

/** The public story of a submission as it stands now; null when there is none. */
export function snapshotStory(tx: Tx, submissionId: number): Promise<StorySnapshot | null> {
  return readStory(tx, submissionId);
}

/**
 * Makes the public story of a submission what it was, translations and addresses included, in the caller's transaction;
 * where there was none, there is none again.
 */
export async function restoreStory(tx: Tx, submissionId: number, before: StorySnapshot | null): Promise<void> {
  const now = await readStory(tx, submissionId);
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  if (before === null) return removeStory(tx, submissionId);
  const { id, texts, terms, aliases, ...columns } = before;
  await tx.story.upsert({ where: { id }, create: { id, ...columns }, update: columns, select: { id: true } });
  await tx.storyText.deleteMany({ where: { storyId: id } });
  await tx.storyText.createMany({ data: texts });
  await tx.storyTerm.deleteMany({ where: { storyId: id } });
  await tx.storyTerm.createMany({ data: terms });
  await tx.storyAlias.deleteMany({ where: { storyId: id } });
  await tx.storyAlias.createMany({ data: aliases });
  if (before.publication === 'published') await reindexStories(tx, [id]);
  else await removeStoriesFromIndex(tx, [id]);
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
}
