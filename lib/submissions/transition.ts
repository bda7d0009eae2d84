import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { leaseFrom } from '@/lib/moderation/lease-times';
import { type Actor, nextState, type State, type Transition, type TransitionError } from '@/lib/moderation/rules';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { publishVersion, unpublishStory } from '@/lib/stories/commands';
import { contactOf } from './contacts';
import { appendEvent, type EventDetails } from './events';
import { eraseOnFor } from './retention-rules';
import { showFilesOf, unpublishFiles } from './story-files';
import { contentOf } from './versions';

/** One step of a story through the state machine. */
export interface Step {
  submissionId: number;
  transition: Transition;
  actor: Actor;
  /** The revision that whoever decides had seen; null where nobody decides over something seen (the program, the author). */
  revision: number | null;
  /** Code of the reason. */
  reason?: string | null;
  details?: EventDetails;
  now: Date;
}

export type StepError =
  | TransitionError
  /** Somebody has changed the story since; nothing was done. */
  | { code: 'stale' }
  | { code: 'notFound' };

export interface Stepped {
  state: State;
  revision: number;
  /** Address part of the public story, where this step made it public. */
  slug: string | null;
}

/**
 * Makes one step, in the caller's transaction: the state, the log, and what the public sees. Mails are the caller's; a
 * step that is refused has written nothing. Erasing is `eraseSubmission`, which does more.
 */
export async function transition(tx: Tx, step: Step): Promise<Result<Stepped, StepError>> {
  const { submissionId, actor, now } = step;
  const { find, update } = await rows(tx);
  const story = find('Submission', { id: submissionId }, STORY);
  if (!story) return fail({ code: 'notFound' });
  if (step.revision !== null && step.revision !== story.revision) return fail({ code: 'stale' });
  const from = story.state as State;
  const next = nextState(from, step.transition, actor);
  if (!next.ok) return next;
  const to = next.value;
  const shown = await changeWhatIsPublic(tx, submissionId, step.transition, story, now);
  const revision = story.revision + 1;
  const since = to === from ? {} : { stateSince: now, eraseOn: eraseOnFor(to, now) };
  update('Submission', { id: submissionId }, { ...shown.columns, ...since, state: to, revision });
  const { reason = null, details } = step;
  await appendEvent(tx, { submissionId, kind: step.transition, from, to, actor, reason, details, now });
  await keepClaim(tx, step, from, to);
  await refreshStoryInQueue(tx, submissionId);
  return ok({ state: to, revision, slug: shown.slug });
}

const STORY = ['state', 'revision', 'versionNumber', 'liveVersion', 'pendingVersion', 'publishedAt'] as const;

/** A story is held exactly while it is in review, by whoever took it. */
async function keepClaim(tx: Tx, { submissionId, actor, now }: Step, from: State, to: State): Promise<void> {
  const { put, remove } = await rows(tx);
  if (from === 'in_review' && to !== from) remove('StoryClaim', { submissionId });
  if (to !== 'in_review' || to === from || actor.kind !== 'staff') return;
  const claim = { staffId: actor.id, claimedAt: now, ...leaseFrom(now) };
  put('StoryClaim', ['submissionId'], { submissionId, ...claim }, claim);
}

interface Versions {
  versionNumber: number;
  liveVersion: number | null;
  pendingVersion: number | null;
  publishedAt: Date | null;
}

interface Shown {
  columns: Partial<Versions>;
  slug: string | null;
}

async function changeWhatIsPublic(tx: Tx, id: number, step: Transition, story: Versions, now: Date): Promise<Shown> {
  const { versionNumber, liveVersion, pendingVersion, publishedAt } = story;
  switch (step) {
    case 'publish':
      return show(tx, id, versionNumber, { pendingVersion: null, publishedAt: publishedAt ?? now }, now);
    case 'accept_edit':
      return show(tx, id, pendingVersion ?? versionNumber, { pendingVersion: null }, now);
    case 'republish':
      return show(tx, id, liveVersion ?? versionNumber, {}, now);
    case 'decline_edit':
      return { columns: { pendingVersion: null }, slug: null };
    case 'hide':
    case 'unpublish':
      await takeAway(tx, id, 'hidden');
      return { columns: {}, slug: null };
    case 'withdraw':
    case 'mark_spam':
      await takeAway(tx, id, 'withdrawn');
      return { columns: { liveVersion: null, pendingVersion: null }, slug: null };
    default:
      return { columns: {}, slug: null };
  }
}

async function show(tx: Tx, id: number, version: number, columns: Partial<Versions>, now: Date): Promise<Shown> {
  const slug = await publish(tx, id, version, now);
  return { columns: { ...columns, liveVersion: version }, slug };
}

/** Makes a version public with as much of its author's name as the author allowed. @returns the story's address part */
export async function publish(tx: Tx, submissionId: number, version: number, now: Date): Promise<string> {
  const contact = await contactOf(tx, submissionId);
  await showFilesOf(tx, submissionId, await contentOf(tx, submissionId, version));
  const { slug } = await publishVersion(tx, submissionId, version, { contactName: contact?.name ?? null, now });
  return slug;
}

async function takeAway(tx: Tx, submissionId: number, how: 'hidden' | 'withdrawn'): Promise<void> {
  await unpublishFiles(tx, submissionId);
  await unpublishStory(tx, submissionId, how);
}
