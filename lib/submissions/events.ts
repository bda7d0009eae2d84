import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import type { Act, Actor, State, Transition } from '@/lib/moderation/rules';

/** One thing that happened to a story. */
export interface NewEvent {
  submissionId: number;
  kind: Transition | Act;
  from?: State | null;
  to?: State | null;
  actor: Actor;
  /** Code of the reason; never a text, which could speak of a person. */
  reason?: string | null;
  details?: EventDetails;
  now: Date;
}

/** What else belongs to an event: numbers and codes. It outlives the story, so it can hold nothing of a person. */
export type EventDetails = Readonly<Record<string, number | boolean | null | readonly string[]>>;

/** Adds to the story's log, in the caller's transaction. Nothing is ever changed or taken out of it. @returns its id */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<number> {
  const { submissionId, kind, actor, reason = null, details, now } = event;
  return (await rows(tx)).insert('SubmissionEvent', {
    submissionId,
    at: now,
    kind,
    fromState: event.from ?? null,
    toState: event.to ?? null,
    actorKind: actor.kind,
    actorId: actor.kind === 'staff' ? actor.id : null,
    reason,
    details: details ? JSON.stringify(details) : null,
  });
}
