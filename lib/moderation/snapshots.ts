import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
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
  const { find, findAll, has } = await rows(tx);
  const found = find('Submission', { id: submissionId }, STORY);
  if (!found) return null;
  const { revision, ...story } = found;
  const decided = ['id', 'outcome', 'decidedAt', 'decidedBy'] as const;
  return {
    ...{ story, revision },
    requests: findAll('ChangeRequest', { submissionId }, ['id', 'answeredAt', 'solvedAt'], ['id', 'asc']),
    appeals: findAll('Appeal', { submissionId }, decided, ['id', 'asc']),
    proposals: findAll('RejectionProposal', { submissionId }, decided, ['id', 'asc']),
    claim: find('StoryClaim', { submissionId }, ['staffId']),
    publicFiles: findAll('StoredFile', { submissionId, isPublic: true }, ['id']).map(({ id }) => id),
    publicStory: has('Story', { submissionId }) ? await snapshotStory(tx, submissionId) : null,
    lastMail: find('OutboxMail', {}, ['id'], ['id', 'desc'])?.id ?? 0,
  };
}

const STORY = [
  ...(['state', 'stateSince', 'eraseOn', 'liveVersion', 'pendingVersion', 'publishedAt'] as const),
  ...(['confirmedAt', 'publishOn', 'revision'] as const),
];

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
