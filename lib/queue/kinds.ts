import type { Action } from '@/lib/accounts/permissions';
import type { State } from '@/lib/moderation/rules';

/**
 * What can wait at the desk: from which source, for whom (any of the rights), and by which clock. What another part of the
 * desk puts into the queue has its kind here, and its source in `QUEUE_SOURCES` (sources.ts).
 */
export const QUEUE_KINDS = {
  /** A story that waits for its first answer */
  new: { source: 'story', rights: ['readQueue'], clock: 'answer' },
  /** A story whose author sent what staff had asked for */
  returned: { source: 'story', rights: ['readQueue'], clock: 'answer' },
  /** Read by a volunteer; a moderator decides */
  recommended: { source: 'story', rights: ['readQueue'], clock: 'answer' },
  /** A refusal that waits for its second person */
  second: { source: 'story', rights: ['secondDecision'], clock: 'answer' },
  /** A change of a published story, which stays as it is until then */
  edit: { source: 'story', rights: ['approve'], clock: 'decision' },
  appeal: { source: 'story', rights: ['decideAppeal'], clock: 'decision' },
  /** Taken away while it is checked */
  hidden: { source: 'story', rights: ['hide'], clock: 'hidden' },
  /** Approved; waits to be published or given a day */
  publish: { source: 'story', rights: ['publish', 'translate'], clock: null },
  scheduled: { source: 'story', rights: ['schedule', 'translate'], clock: null },
  /** What somebody of the public suggests for the directory */
  suggestion: { source: 'suggestion', rights: ['decideSuggestions'], clock: 'answer' },
  /** Taken for spam, by its score or by staff; to be checked before it is erased */
  spam: { source: 'story', rights: ['markSpam'], clock: null },
} as const satisfies Record<string, QueueKindFacts>;

interface QueueKindFacts {
  source: string;
  rights: readonly Action[];
  clock: Clock | null;
}

/** Which promise runs: the first answer, the decision, or the days for which a story may be hidden. */
export type Clock = 'answer' | 'decision' | 'hidden';

export type QueueKind = keyof typeof QUEUE_KINDS;
export const KIND_NAMES = Object.keys(QUEUE_KINDS) as QueueKind[];

export function isQueueKind(value: unknown): value is QueueKind {
  return typeof value === 'string' && Object.hasOwn(QUEUE_KINDS, value);
}

/** The kinds that somebody with these rights finds in the queue. */
export function kindsFor(may: (action: Action) => boolean): QueueKind[] {
  return KIND_NAMES.filter((kind) => QUEUE_KINDS[kind].rights.some(may));
}

/** What brought a story (back) to the desk, by the newest event of its author or of an appeal. */
export type Arrival = 'confirm' | 'confirm_for' | 'resubmit' | 'edit' | 'appeal' | 'overturn' | 'not_spam';

/** Why a story waits for the desk; null when it does not. */
export function kindOfStory(story: {
  state: State;
  pendingVersion: number | null;
  arrival: Arrival | null;
  needsSecond: boolean;
}): QueueKind | null {
  switch (story.state) {
    case 'pending':
    case 'in_review':
      if (story.needsSecond) return 'second';
      return story.arrival === 'resubmit' ? 'returned' : 'new';
    case 'recommended':
      return story.needsSecond ? 'second' : 'recommended';
    case 'approved':
      return 'publish';
    case 'scheduled':
    case 'hidden':
    case 'spam':
      return story.state;
    case 'appealed':
      return 'appeal';
    case 'published':
      return story.pendingVersion === null ? null : 'edit';
    default:
      return null;
  }
}
