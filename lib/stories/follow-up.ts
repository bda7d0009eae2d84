import { addMonths } from '@/lib/submissions/retention-rules';

/** After so many months the author is asked whether the practice goes on; then again after each of so many. */
export const FIRST_ASK_MONTHS = 6;
export const NEXT_ASK_MONTHS = 12;
/** After so many months without an answer the page says so. */
const UNANSWERED_MONTHS = 12;

/** What the author can answer. */
export const FOLLOW_UP_ANSWERS = ['yes', 'changed', 'no'] as const;
export type FollowUpAnswer = (typeof FOLLOW_UP_ANSWERS)[number];

export function isFollowUpAnswer(value: unknown): value is FollowUpAnswer {
  return FOLLOW_UP_ANSWERS.includes(value as FollowUpAnswer);
}

/**
 * Whether nobody has said for a year that the practice goes on. A practice that has ended needs no word.
 * @param today YYYY-MM-DD
 */
export function isLongUnanswered(
  story: { origin: string; stillAlive: string | null; confirmedOn: string | null; publishedAt?: Date | null },
  today: string,
): boolean {
  if (story.origin !== 'submitted' || story.stillAlive === 'no' || !story.publishedAt) return false;
  const published = story.publishedAt.toISOString().slice(0, 10);
  const last = story.confirmedOn !== null && story.confirmedOn > published ? story.confirmedOn : published;
  return (
    addMonths(new Date(`${last}T12:00:00Z`), UNANSWERED_MONTHS)
      .toISOString()
      .slice(0, 10) <= today
  );
}
