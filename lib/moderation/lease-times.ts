import { CLAIM_HOURS } from './rules';

/** For how long after a sign of life somebody counts as at work on a story. */
export const EDITING_MINUTES = 5;

/** The ends of a claim that was made or renewed now. */
export function leaseFrom(now: Date): { expiresAt: Date; editingUntil: Date } {
  return {
    expiresAt: new Date(now.getTime() + CLAIM_HOURS * 3_600_000),
    editingUntil: new Date(now.getTime() + EDITING_MINUTES * 60_000),
  };
}

export function isAtWork({ editingUntil }: { editingUntil: Date | null }, now: Date): boolean {
  return editingUntil !== null && editingUntil > now;
}
