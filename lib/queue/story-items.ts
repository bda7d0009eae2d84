import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
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
  const { find, has } = await rows(tx);
  const story = find('Submission', { id: submissionId }, STORY);
  if (!story) return;
  const state = story.state as State;
  if (kindOfStory({ state, pendingVersion: story.pendingVersion, arrival: null, needsSecond: false }) === null) {
    return takeFromQueue(tx, 'story', submissionId);
  }
  const arrival = find('SubmissionEvent', { submissionId, kind: ARRIVALS }, ['kind', 'at'], ['id', 'desc']);
  // A refusal of the newest version that waits for its second person.
  const refusal = { submissionId, version: story.versionNumber, outcome: null };
  const kind = kindOfStory({
    ...{ state, pendingVersion: story.pendingVersion },
    needsSecond: has('RejectionProposal', refusal),
    arrival: (arrival?.kind as Arrival | undefined) ?? null,
  }) as QueueKind;
  const claim = find('StoryClaim', { submissionId }, ['staffId']);
  const assignment = find('StoryAssignment', { submissionId }, ['staffId']);
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

const STORY = [
  ...(['reference', 'state', 'stateSince', 'locale', 'title', 'organisationName', 'spamScore'] as const),
  ...(['pendingVersion', 'versionNumber', 'publishOn', 'confirmedAt', 'createdAt'] as const),
];

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

/** Whoever asked for the changes reads the answer first. */
async function whoAsked(tx: Tx, submissionId: number): Promise<string | null> {
  const where = { submissionId, kind: 'request_changes' };
  const asked = (await rows(tx)).find('SubmissionEvent', where, ['actorId'], ['id', 'desc']);
  return asked?.actorId ?? null;
}
