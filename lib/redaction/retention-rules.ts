import type { State } from '@/lib/moderation/rules';

/** Days after the decision for which a photo is kept as it was before boxes were burned into it (S24). */
export const UNREDACTED_DAYS = 30;

const DAY_MS = 86_400_000;

/** Still to be decided: a photo may have to be looked at again. */
const WAITING: readonly State[] = [
  ...(['unconfirmed', 'pending', 'in_review', 'recommended', 'changes_requested', 'dormant', 'appealed'] as const),
];

/** Events that decide; the last one counts. */
export const DECIDING = [
  ...(['approve', 'reject', 'merge', 'publish', 'accept_edit', 'decline_edit', 'mark_spam'] as const),
  ...(['unpublish', 'republish', 'uphold', 'withdraw'] as const),
] as const;

/**
 * When a photo as it was is erased: 30 days after the decision, or after the redaction where that came later; null while the
 * story waits for a decision. Pure.
 * @param decidedAt the last deciding event
 */
export function unredactedEraseOn(facts: { state: State; keptAt: Date; decidedAt: Date | null }): Date | null {
  const { state, keptAt, decidedAt } = facts;
  if (WAITING.includes(state)) return null;
  const from = Math.max(keptAt.getTime(), decidedAt?.getTime() ?? 0);
  return new Date(from + UNREDACTED_DAYS * DAY_MS);
}
