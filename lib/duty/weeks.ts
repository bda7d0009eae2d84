import { addDays } from '@/lib/submissions/calendar';

/** As many weeks are planned ahead, with the one that runs. */
export const PLANNED_WEEKS = 8;

/** The week of a day, named by its Monday (YYYY-MM-DD). */
export function weekOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The weeks that are planned on a day, the one that runs first. */
export function plannedWeeks(today: string): string[] {
  return Array.from({ length: PLANNED_WEEKS }, (_, index) => addDays(weekOf(today), 7 * index));
}

/** A week as the form had it, to see whether somebody planned it meanwhile. */
export function dutyMark({ onDutyId, deputyId }: { onDutyId: string | null; deputyId: string | null }): string {
  return `${onDutyId ?? ''} ${deputyId ?? ''}`;
}
