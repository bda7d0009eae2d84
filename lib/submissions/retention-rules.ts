import type { State } from '@/lib/moderation/rules';
import { DORMANT_MONTHS } from '@/lib/moderation/rules';

/**
 * For how long what is kept (docs/stories.md; S33 of the coalition's model). Pure: the nightly job (lib/jobs) counts and
 * erases by these rules, and the pages tell people the same days.
 */

const DAY_MS = 86_400_000;

/** Days after which a story is erased whole, by its state, if nothing happens. */
export const ERASE_AFTER_DAYS: Partial<Record<State, number>> = { unconfirmed: 7, spam: 30 };

/** How long the contact is kept beside a story, by its state; states that are not named wait for somebody. */
export const CONTACT_KEPT: Partial<Record<State, { days: number } | { months: number }>> = {
  rejected: { days: 180 },
  unpublished: { days: 180 },
  merged: { days: 180 },
  withdrawn: { days: 180 },
  // For so long the story can be taken up again.
  dormant: { months: DORMANT_MONTHS },
};

/** Contact of a published story: from its publication, or from the day on which its author renewed it. */
export const PUBLISHED_CONTACT_MONTHS = 24;

/** When a story is erased that stays in a state from an instant on; null for never. */
export function eraseOnFor(state: State, since: Date): Date | null {
  const days = ERASE_AFTER_DAYS[state];
  return days === undefined ? null : new Date(since.getTime() + days * DAY_MS);
}

export interface ContactFacts {
  state: State;
  stateSince: Date;
  publishedAt: Date | null;
  /** When the contact was written or renewed. */
  savedAt: Date;
}

/** When the contact of a story is erased if nothing happens; null while the story waits for somebody. */
export function contactEraseOn({ state, stateSince, publishedAt, savedAt }: ContactFacts): Date | null {
  if (state === 'published' || state === 'hidden') {
    const from = publishedAt !== null && publishedAt > savedAt ? publishedAt : savedAt;
    return addMonths(from, PUBLISHED_CONTACT_MONTHS);
  }
  const kept = CONTACT_KEPT[state];
  if (!kept) return null;
  return 'days' in kept ? new Date(stateSince.getTime() + kept.days * DAY_MS) : addMonths(stateSince, kept.months);
}

/** The same day and hour some months later; the last day of a shorter month. */
export function addMonths(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + months);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to;
}
