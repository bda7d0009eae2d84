import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import type { StoryContent } from '@/lib/stories/content';

/** The content of one version. @throws when there is no such version */
export async function contentOf(tx: Tx, submissionId: number, number: number): Promise<StoryContent> {
  const version = (await rows(tx)).find('SubmissionVersion', { submissionId, number }, ['content']);
  if (version === null) throw new Error(`Story ${submissionId} has no version ${number}`);
  return JSON.parse(version.content) as StoryContent;
}

/** Adds a version; earlier ones are never changed. */
export async function writeVersion(
  tx: Tx,
  submissionId: number,
  number: number,
  content: StoryContent,
  now: Date,
  author: 'submitter' | 'staff' = 'submitter',
): Promise<void> {
  await tx.submissionVersion.create({
    data: { submissionId, number, content: JSON.stringify(content), author, createdAt: now },
    select: { number: true },
  });
}
