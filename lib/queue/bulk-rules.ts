import type { Action } from '@/lib/accounts/permissions';
import type { Transition } from '@/lib/moderation/rules';

/** At most so many stories at once. */
export const BULK_MOST = 100;

/**
 * What can be done with several stories at once, each with its right. What needs words of its own for every story is not
 * here. `reason` names the kind of reason that one reason for all is chosen from.
 */
export const BULK_ACTIONS = {
  claim: { right: 'claim', step: 'claim' },
  release: { right: 'claim', step: 'release' },
  assign: { right: 'assign', step: null },
  unassign: { right: 'assign', step: null },
  approve: { right: 'approve', step: 'approve' },
  publish: { right: 'publish', step: 'publish' },
  reject: { right: 'reject', step: 'reject', reason: 'reject' },
  mark_spam: { right: 'markSpam', step: 'mark_spam', reason: 'spam' },
  not_spam: { right: 'markSpam', step: 'not_spam' },
} as const satisfies Record<string, { right: Action; step: Transition | null; reason?: string }>;

export type BulkAction = keyof typeof BULK_ACTIONS;

export function isBulkAction(value: unknown): value is BulkAction {
  return typeof value === 'string' && Object.hasOwn(BULK_ACTIONS, value);
}

/** What somebody with these rights may do with several stories. */
export function bulkActionsFor(may: (action: Action) => boolean): BulkAction[] {
  return (Object.keys(BULK_ACTIONS) as BulkAction[]).filter((action) => may(BULK_ACTIONS[action].right));
}

/** The kind of reason that an act needs; null when it needs none. */
export function reasonKindOf(action: BulkAction): string | null {
  const facts: { right: Action; reason?: string } = BULK_ACTIONS[action];
  return facts.reason ?? null;
}
