import 'server-only';
import type { Tx } from '@/lib/db';
import { publishFiles, unpublishFiles } from '@/lib/files/commands';
import type { StoryContent } from '@/lib/stories/content';
import type { AnswerFault, StoryInput } from './schema';

/**
 * A story that came whole, without a draft, has no files: a key alone gives nobody a right to one. Of a draft's answers the
 * keys that are not its own were dropped when they were read.
 */
export function foreignFiles({ photos, documents }: StoryInput): AnswerFault[] {
  const fault = (field: 'photos' | 'documents', item: number): AnswerFault => ({
    field,
    item,
    part: null,
    key: 'unknown',
  });
  return [...photos.map((_, item) => fault('photos', item)), ...documents.map((_, item) => fault('documents', item))];
}

/** Shows the files of a version that is public now: its photos, and the documents that are for everybody. */
export function showFilesOf(tx: Tx, submissionId: number, { photos, documents }: StoryContent): Promise<void> {
  const open = documents.filter(({ audience }) => audience === 'public');
  return publishFiles(
    tx,
    submissionId,
    [...photos, ...open].map(({ file }) => file),
  );
}

export { unpublishFiles };
