import 'server-only';
import type { Tx } from '@/lib/db';
import type { State } from '@/lib/moderation/rules';
import { publicPlace } from '@/lib/stories/place';
import { contentOf } from '@/lib/submissions/versions';
import { vocabularies } from '@/lib/taxonomies/queries';
import { putInQueue, takeFromQueue } from './items';
import { type Arrival, kindOfStory, type QueueKind } from './kinds';

const ARRIVALS: readonly Arrival[] = ['confirm', 'confirm_for', 'resubmit', 'edit', 'appeal', 'overturn', 'not_spam'];

/**
 * Makes the queue say of a story what is so now: whether it waits, why, since when and for whom. Every step calls it at its
 * end (`transition`); whoever changes a story's state, versions, claim or assignment in another way calls it too.
 */
export async function refreshStoryInQueue(tx: Tx, submissionId: number): Promise<void> {
  const story = await tx.submission.findUnique({ where: { id: submissionId }, select: STORY });
  if (!story) return;
  const state = story.state as State;
  if (kindOfStory({ state, pendingVersion: story.pendingVersion, arrival: null, needsSecond: false }) === null) {
    return takeFromQueue(tx, 'story', submissionId);
  }
  const arrival = await tx.submissionEvent.findFirst({
    where: { submissionId, kind: { in: [...ARRIVALS] } },
    orderBy: { id: 'desc' },
    select: { id: true, kind: true, at: true },
  });
  const kind = kindOfStory({
    ...{ state, pendingVersion: story.pendingVersion },
    needsSecond: await needsSecond(tx, submissionId, story.versionNumber),
    arrival: (arrival?.kind as Arrival | undefined) ?? null,
  }) as QueueKind;
  const claim = await tx.storyClaim.findUnique({ where: { submissionId }, select: { staffId: true } });
  const assignment = await tx.storyAssignment.findUnique({ where: { submissionId }, select: { staffId: true } });
  const sinceState = kind === 'publish' || kind === 'scheduled' || kind === 'hidden' || kind === 'spam';
  await putInQueue(tx, {
    ...{ kind, objectId: submissionId, reference: story.reference, state },
    ...(await wordsOf(tx, submissionId, story)),
    spamScore: story.spamScore,
    since: sinceState ? story.stateSince : (arrival?.at ?? story.confirmedAt ?? story.createdAt),
    publishOn: story.publishOn,
    holderId: claim?.staffId ?? null,
    assigneeId: assignment?.staffId ?? null,
    preferredId: kind === 'returned' ? await whoAsked(tx, submissionId) : null,
  });
}

const STORY = {
  reference: true,
  state: true,
  stateSince: true,
  locale: true,
  title: true,
  organisationName: true,
  spamScore: true,
  pendingVersion: true,
  versionNumber: true,
  publishOn: true,
  confirmedAt: true,
  createdAt: true,
} as const;

/** What the list shows and finds of the newest version. It is read again only when there is another one. */
async function wordsOf(
  tx: Tx,
  submissionId: number,
  story: { title: string | null; organisationName: string | null; reference: string; locale: string } & {
    versionNumber: number;
  },
) {
  const content = await contentOf(tx, submissionId, story.versionNumber);
  const { place, districtCode } = publicPlace(content, vocabularies());
  return {
    title: content.title || (story.title ?? story.reference),
    organisation: content.organisationName ?? story.organisationName,
    ...{ place, districtCode, locale: story.locale },
    practiceTypes: content.practiceTypes,
    version: story.versionNumber,
  };
}

/** Whether a refusal of the newest version waits for its second person. */
async function needsSecond(tx: Tx, submissionId: number, version: number): Promise<boolean> {
  return (await tx.rejectionProposal.count({ where: { submissionId, version, outcome: null } })) > 0;
}

/** Whoever asked for the changes reads the answer first. */
async function whoAsked(tx: Tx, submissionId: number): Promise<string | null> {
  const asked = await tx.submissionEvent.findFirst({
    where: { submissionId, kind: 'request_changes' },
    orderBy: { id: 'desc' },
    select: { actorId: true },
  });
  return asked?.actorId ?? null;
}
