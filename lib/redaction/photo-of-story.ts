import 'server-only';
import type { Tx } from '@/lib/db';
import { NO_MARKS, type PhotoMarks } from '@/lib/files/marks';
import type { State } from '@/lib/moderation/rules';

/** States of stories whose photos can be worked on; of the others nothing is or will be shown. */
const CLOSED: readonly State[] = ['erased', 'withdrawn', 'spam'];

const KEPT = { select: { id: true, key: true, sha256: true, marks: true, format: true, createdAt: true } } as const;

/** The story of a reference, as far as its photos go; null where there is none whose photos can be worked on. */
export async function findStoryOfPhotos(tx: Tx, reference: string) {
  const story = await tx.submission.findUnique({
    where: { reference },
    select: {
      ...{ id: true, reference: true, state: true, revision: true, title: true },
      ...{ versionNumber: true, liveVersion: true, pendingVersion: true },
    },
  });
  return story && !CLOSED.includes(story.state as State) ? { ...story, state: story.state as State } : null;
}

/** Photos of a story, in the order in which they came, each with what is kept of it as it was. */
export function findPhotos(tx: Tx, submissionId: number) {
  return tx.storedFile.findMany({
    where: { submissionId, kind: 'photo' },
    orderBy: { id: 'asc' },
    include: { unredacted: KEPT },
  });
}

export type PhotoRow = Awaited<ReturnType<typeof findPhotos>>[number];

export function findPhoto(tx: Tx, submissionId: number, key: string): Promise<PhotoRow | null> {
  return tx.storedFile.findFirst({ where: { submissionId, key, kind: 'photo' }, include: { unredacted: KEPT } });
}

/** What is burned into a photo now. */
export function marksOf({ unredacted }: Pick<PhotoRow, 'unredacted'>): PhotoMarks {
  return unredacted ? (JSON.parse(unredacted.marks) as PhotoMarks) : NO_MARKS;
}
