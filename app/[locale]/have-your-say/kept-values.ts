import type { Kept, Trouble } from '@/lib/story-form/kept';

/** What stood in a field of a form that could not be taken. */
export function keptValue(kept: Kept | null, name: string): string {
  return kept?.entries.find(([key]) => key === name)?.[1] ?? '';
}

/** Minutes until it is worth trying again. */
export function minutesOf(trouble: Trouble): number {
  return Math.max(1, Math.ceil((trouble.retryAfterSeconds ?? 60) / 60));
}
