import { fail, ok, type Result } from '@/lib/shared/result';

/**
 * The states of a story and the ways between them (docs/stories.md). Pure: it decides who may do what in which state;
 * `lib/submissions/transition` writes it down. What the table of the coalition's model leaves open is said beside it.
 */

export const STATES = [
  /** Being written; it is no submission yet */
  'draft',
  /** Sent; the address is not confirmed */
  'unconfirmed',
  /** Waits for the desk */
  'pending',
  /** Somebody of the desk has it */
  'in_review',
  /** A volunteer has read it; a moderator decides */
  'recommended',
  /** The author was asked to change something */
  'changes_requested',
  /** The author was asked and did not answer for 30 days; may come back for 12 months */
  'dormant',
  'approved',
  /** Approved, with a day on which it is published */
  'scheduled',
  'published',
  /** The same story as another one, to which it was added */
  'merged',
  'rejected',
  'spam',
  /** Was public; taken away while it is checked, for 7 days at most */
  'hidden',
  /** Was public; taken away by a decision */
  'unpublished',
  /** Taken back by its author */
  'withdrawn',
  /** The author objected to a decision */
  'appealed',
  /** Only reference, dates and acts are left */
  'erased',
] as const;
export type State = (typeof STATES)[number];

export function isState(value: unknown): value is State {
  return STATES.includes(value as State);
}

export const ROLES = ['volunteer', 'moderator', 'editor', 'coordinator', 'admin'] as const;
/** What a member of staff is. A coordinator and an admin may do all that a moderator may (docs/staff-roles.md). */
export type Role = (typeof ROLES)[number];

export interface StaffMember {
  id: string;
  roles: readonly Role[];
}

/** Who does something. */
export type Actor =
  | { kind: 'submitter' }
  | { kind: 'system' }
  | ({ kind: 'staff' } & StaffMember & {
        /** A second person who agrees; a rejection needs one. */
        second?: StaffMember;
        /** Whoever made the decision against which an appeal is: of a rejection both. */
        decidedBy?: readonly string[];
        /** Whoever has the story in review. */
        claimedBy?: string | null;
      });

/** Who may: the author, the program, a role, or whoever holds the story (`claimer`). */
export type Who = 'submitter' | 'system' | Role | 'claimer';

interface Rule {
  from: readonly State[];
  name: string;
  to: State;
  who: readonly Who[];
  /** Another person, a coordinator, must agree. */
  second?: true;
  /** Not whoever decided before. */
  another?: true;
}

/** Before a decision on what is to be published. */
const UNDECIDED = ['pending', 'in_review', 'recommended', 'changes_requested', 'dormant'] as const satisfies State[];
/** Sent, and not public. */
const UNPUBLISHED = [
  ...(['unconfirmed', ...UNDECIDED] as const),
  ...(['approved', 'scheduled', 'merged', 'rejected', 'unpublished', 'appealed'] as const),
] as const satisfies State[];
/** Everything that still holds somebody's text. */
const STANDING = [...UNPUBLISHED, 'published', 'hidden'] as const satisfies State[];

/** Every way between two states. A name stands once for each state that it leads from. */
export const TRANSITIONS = [
  { from: ['draft'], name: 'send', to: 'unconfirmed', who: ['submitter'] },
  { from: ['unconfirmed'], name: 'confirm', to: 'pending', who: ['submitter'] },
  // Intake by phone or on paper has its consent on file; staff confirm it.
  { from: ['unconfirmed'], name: 'confirm_for', to: 'pending', who: ['moderator'] },
  { from: ['unconfirmed'], name: 'expire', to: 'erased', who: ['system'] },

  { from: ['pending'], name: 'claim', to: 'in_review', who: ['volunteer', 'moderator'] },
  // Whoever assigns may take away again.
  { from: ['in_review'], name: 'release', to: 'pending', who: ['system', 'claimer', 'moderator'] },
  { from: ['in_review'], name: 'recommend', to: 'recommended', who: ['volunteer', 'moderator'] },
  { from: ['in_review', 'recommended'], name: 'request_changes', to: 'changes_requested', who: ['moderator'] },
  { from: ['changes_requested'], name: 'resubmit', to: 'pending', who: ['submitter'] },
  { from: ['changes_requested'], name: 'sleep', to: 'dormant', who: ['system'] },
  // "Can reopen 12 months": by sending what was asked for.
  { from: ['dormant'], name: 'resubmit', to: 'pending', who: ['submitter'] },

  { from: ['in_review', 'recommended'], name: 'approve', to: 'approved', who: ['moderator'] },
  { from: ['approved', 'scheduled'], name: 'publish', to: 'published', who: ['moderator', 'system'] },
  { from: ['approved'], name: 'schedule', to: 'scheduled', who: ['moderator'] },
  { from: ['scheduled'], name: 'unschedule', to: 'approved', who: ['moderator'] },
  { from: ['in_review', 'recommended'], name: 'reject', to: 'rejected', who: ['moderator'], second: true },
  { from: ['in_review'], name: 'merge', to: 'merged', who: ['moderator'] },
  { from: UNPUBLISHED, name: 'mark_spam', to: 'spam', who: ['system', 'moderator'] },
  // The table has no way back from a wrong score; the address must be confirmed then, as of any story.
  { from: ['spam'], name: 'not_spam', to: 'unconfirmed', who: ['moderator'] },

  // An author's change of what is not decided yet goes back to the queue; of what is public it waits beside it.
  { from: ['unconfirmed'], name: 'edit', to: 'unconfirmed', who: ['submitter'] },
  { from: ['pending', 'in_review', 'recommended'], name: 'edit', to: 'pending', who: ['submitter'] },
  { from: ['approved', 'scheduled'], name: 'edit', to: 'pending', who: ['submitter'] },
  { from: ['published'], name: 'edit', to: 'published', who: ['submitter'] },
  { from: ['hidden'], name: 'edit', to: 'hidden', who: ['submitter'] },
  { from: ['published'], name: 'accept_edit', to: 'published', who: ['moderator'] },
  { from: ['published'], name: 'decline_edit', to: 'published', who: ['moderator'] },
  { from: ['published'], name: 'follow_up', to: 'published', who: ['system'] },

  { from: ['published'], name: 'hide', to: 'hidden', who: ['moderator'] },
  { from: ['published', 'hidden'], name: 'unpublish', to: 'unpublished', who: ['moderator'] },
  { from: ['hidden', 'unpublished'], name: 'republish', to: 'published', who: ['moderator'] },

  { from: ['rejected', 'unpublished'], name: 'appeal', to: 'appealed', who: ['submitter'] },
  { from: ['appealed'], name: 'uphold', to: 'rejected', who: ['coordinator'], another: true },
  { from: ['appealed'], name: 'overturn', to: 'pending', who: ['coordinator'], another: true },

  { from: STANDING, name: 'withdraw', to: 'withdrawn', who: ['submitter'] },
  { from: [...STANDING, 'withdrawn', 'spam'], name: 'erase', to: 'erased', who: ['submitter', 'admin', 'system'] },
] as const satisfies readonly Rule[];

export type Transition = (typeof TRANSITIONS)[number]['name'];

/** Acts that leave the state as it is; they stand in the story's log beside the transitions. */
export const ACTS = [
  ...(['anonymise', 'renew_contact', 'resend', 'remind', 'contact_erased', 'mail_failed'] as const),
  // Of the desk
  ...(['undo', 'propose_reject', 'return_reject', 'reveal_contact', 'staff_edit', 'judge_request'] as const),
  ...(['assign', 'unassign', 'follow_up_answered'] as const),
  // Of staff: boxes burned into a photo, a photo as it was, its description, a translation that is whole.
  ...(['redact', 'restore_photo', 'alt_text', 'translate'] as const),
] as const;
export type Act = (typeof ACTS)[number];

export type TransitionError =
  /** There is no such way from this state. */
  | { code: 'notAllowed' }
  /** There is, but not for this person. */
  | { code: 'wrongActor' };

/** Where a transition leads, if this actor may make it. */
export function nextState(state: State, transition: Transition, actor: Actor): Result<State, TransitionError> {
  const rule = ruleFor(state, transition);
  if (!rule) return fail({ code: 'notAllowed' });
  return isAllowed(rule, actor) ? ok(rule.to) : fail({ code: 'wrongActor' });
}

/** Names of what this actor may do in a state. */
export function transitionsFor(state: State, actor: Actor): Transition[] {
  const names = TRANSITIONS.filter((rule: Rule) => rule.from.includes(state) && isAllowed(rule, actor));
  return names.map(({ name }) => name);
}

function ruleFor(state: State, transition: Transition): Rule | undefined {
  return (TRANSITIONS as readonly Rule[]).find(({ from, name }) => name === transition && from.includes(state));
}

function isAllowed(rule: Rule, actor: Actor): boolean {
  if (actor.kind !== 'staff') return rule.who.includes(actor.kind);
  if (!rule.who.some((who) => (who === 'claimer' ? actor.claimedBy === actor.id : isRole(who) && hasRole(actor, who))))
    return false;
  if (rule.another && actor.decidedBy?.includes(actor.id)) return false;
  return (
    !rule.second || (actor.second !== undefined && actor.second.id !== actor.id && hasRole(actor.second, 'coordinator'))
  );
}

const isRole = (who: Who): who is Role => ROLES.includes(who as Role);

/** Roles that may do what a role may, beside itself. */
const ALSO: Partial<Record<Role, readonly Role[]>> = { moderator: ['coordinator', 'admin'], coordinator: ['admin'] };

function hasRole({ roles }: StaffMember, role: Role): boolean {
  return roles.some((own) => own === role || ALSO[role]?.includes(own));
}

/** Whether the public sees a version of a story in this state. */
export function isPublic(state: State): boolean {
  return state === 'published';
}

/** Who the story waits for, as the author reads it; null when it waits for nobody. */
export function waitsFor(state: State): 'author' | 'desk' | 'moderator' | 'other_moderator' | null {
  switch (state) {
    case 'draft':
    case 'unconfirmed':
    case 'changes_requested':
    case 'dormant':
      return 'author';
    case 'pending':
    case 'in_review':
      return 'desk';
    case 'recommended':
    case 'approved':
    case 'scheduled':
    case 'hidden':
      return 'moderator';
    case 'appealed':
      return 'other_moderator';
    default:
      return null;
  }
}

/** Days after a decision in which its author may object, and the longest objection in signs. */
export const APPEAL_DAYS = 20;
export const APPEAL_MAX = 2_000;
/** Days that a change which staff asked for may take: a reminder, then the story sleeps; months in which it may wake. */
export const CHANGES_REMINDER_DAYS = 14;
export const CHANGES_DAYS = 30;
export const DORMANT_MONTHS = 12;
/** Days for which a story may be hidden while it is checked. */
export const HIDDEN_DAYS = 7;
/** For how long a story is held by whoever claimed it, in hours. */
export const CLAIM_HOURS = 24;
/** Minutes in which a decision can be undone; its mail waits as long. */
export const UNDO_MINUTES = 15;
