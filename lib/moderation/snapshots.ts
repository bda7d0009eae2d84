import 'server-only';
import type { Tx } from '@/lib/db';
import { refreshTranslation } from '@/lib/stories/commands';
import { restoreStory, type StorySnapshot, snapshotStory } from '@/lib/stories/restore';
import { contentOf } from '@/lib/submissions/versions';

/** All that a decision can change of a story. As JSON its dates are texts, which the database takes as well. */
export interface Before {
  story: {
    state: string;
    stateSince: Date;
    eraseOn: Date | null;
    liveVersion: number | null;
    pendingVersion: number | null;
    publishedAt: Date | null;
    confirmedAt: Date | null;
    publishOn: string | null;
  };
  revision: number;
  requests: { id: number; answeredAt: Date | null; solvedAt: Date | null }[];
  appeals: { id: number; outcome: string | null; decidedAt: Date | null; decidedBy: string | null }[];
  proposals: { id: number; outcome: string | null; decidedAt: Date | null; decidedBy: string | null }[];
  claim: { staffId: string } | null;
  publicFiles: number[];
  publicStory: StorySnapshot | null;
  /** Newest mail: what is newer came with the decision. */
  lastMail: number;
}

/** What a story is now, before a decision changes it. Null when there is no such story. */
export async function takeSnapshot(tx: Tx, submissionId: number): Promise<Before | null> {
  const found = await tx.submission.findUnique({
    where: { id: submissionId },
    select: {
      ...{ state: true, stateSince: true, eraseOn: true, liveVersion: true, pendingVersion: true, publishedAt: true },
      ...{ confirmedAt: true, publishOn: true, revision: true },
      requests: { select: { id: true, answeredAt: true, solvedAt: true } },
      appeals: { select: { id: true, outcome: true, decidedAt: true, decidedBy: true } },
      proposals: { select: { id: true, outcome: true, decidedAt: true, decidedBy: true } },
      files: { where: { isPublic: true }, select: { id: true } },
    },
  });
  if (!found) return null;
  const { revision, requests, appeals, proposals, files, ...story } = found;
  const mail = await tx.outboxMail.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return {
    ...{ story, revision, requests, appeals, proposals },
    claim: await tx.storyClaim.findUnique({ where: { submissionId }, select: { staffId: true } }),
    publicFiles: files.map(({ id }) => id),
    publicStory: await snapshotStory(tx, submissionId),
    lastMail: mail?.id ?? 0,
  };
}

/** Makes a story what it was, in the caller's transaction. The revision goes on: nobody decides over what they did not see. */
export async function restoreSnapshot(tx: Tx, submissionId: number, before: Before, revision: number): Promise<void> {
  await tx.submission.updateMany({ where: { id: submissionId }, data: { ...before.story, revision } });
  await tx.storyClaim.deleteMany({ where: { submissionId } });
  await tx.changeRequest.deleteMany({
    where: { submissionId, id: { notIn: before.requests.map(({ id }) => id) } },
  });
  for (const { id, ...columns } of before.requests) await tx.changeRequest.updateMany({ where: { id }, data: columns });
  for (const { id, ...columns } of before.appeals) await tx.appeal.updateMany({ where: { id }, data: columns });
  for (const { id, ...columns } of before.proposals)
    await tx.rejectionProposal.updateMany({ where: { id }, data: columns });
  await tx.rejectionProposal.updateMany({
    where: { submissionId, outcome: null, id: { notIn: before.proposals.map(({ id }) => id) } },
    data: { outcome: 'undone' },
  });
  const files = { submissionId };
  await tx.storedFile.updateMany({ where: files, data: { isPublic: false } });
  await tx.storedFile.updateMany({ where: { ...files, id: { in: before.publicFiles } }, data: { isPublic: true } });
  await restoreStory(tx, submissionId, before.publicStory);
  // A translation may have been finished since.
  const { state, liveVersion } = before.story;
  if (state === 'published' && liveVersion !== null)
    await refreshTranslation(tx, submissionId, await contentOf(tx, submissionId, liveVersion), new Date());
}
