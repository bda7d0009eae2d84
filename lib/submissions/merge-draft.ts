import type { FieldName } from './fields';
import type { StoryAnswers } from './schema';

/**
 * Two tabs or two devices on one draft. Every save makes a new version; who saves says which version was seen. For each
 * field the trail holds in which versions it changed and to what (as a mark, not as text), so that a field that the saver
 * only carried along is told from one that both changed. Pure.
 */

/** For each field `[version, mark of the value]`, oldest first. */
export type Trail = Partial<Record<FieldName, [number, string][]>>;

/** What was typed over a newer value, and the version of that save: it tells later saves of the same tab. */
export type Conflicts = Partial<Record<FieldName, { value: unknown; at: number }>>;

export interface DraftState {
  version: number;
  answers: StoryAnswers;
  trail: Trail;
  conflicts: Conflicts;
}

export interface DraftSave {
  /** Fields that are not there stay as they are. */
  answers: StoryAnswers;
  /** Version that the saver had seen; null for one who cannot say, whose answers count as the newest. */
  seen: number | null;
  /** Stands for a value in the trail; equal values of a field have equal marks. */
  markOf: (field: FieldName, value: unknown) => string;
}

/** Changes of one field that are remembered; whoever saw an older one is taken to have changed it. */
const TRAIL_LENGTH = 60;
/** Mark of a field that was never answered. */
const NOTHING = '';

/**
 * The draft after a save. Fields that nobody else changed since are taken. A field that both changed keeps the stored
 * value, and what was typed goes into `conflicts`; a field that the saver did not change keeps what the other wrote.
 */
export function mergeSave(draft: DraftState, { answers, seen, markOf }: DraftSave): DraftState {
  const next: DraftState = {
    version: draft.version + 1,
    answers: { ...draft.answers },
    trail: { ...draft.trail },
    conflicts: { ...draft.conflicts },
  };
  for (const [field, open] of entriesOf(next.conflicts)) {
    // The tab that was told goes on; its next save comes with the version of this one.
    if (open.at === seen) next.conflicts[field] = { ...open, at: next.version };
  }
  for (const field of Object.keys(answers) as FieldName[]) {
    const typed = answers[field];
    const mark = isNothing(typed) ? NOTHING : markOf(field, typed);
    const steps = next.trail[field] ?? [];
    const stored = steps.at(-1)?.[1] ?? NOTHING;
    if (mark === stored) continue;
    if (isBehind(steps, seen, draft.conflicts[field]?.at)) {
      if (seen !== null && markAt(steps, seen) === mark) continue;
      next.conflicts[field] = { value: typed, at: next.version };
      continue;
    }
    next.answers[field] = typed;
    next.trail[field] = [...steps, [next.version, mark] as [number, string]].slice(-TRAIL_LENGTH);
  }
  return next;
}

function entriesOf(conflicts: Conflicts) {
  return Object.entries(conflicts) as [FieldName, { value: unknown; at: number }][];
}

/** Takes the writer's choice for fields in conflict: what was typed, or what is stored. */
export function settleConflicts(
  draft: DraftState,
  choices: Partial<Record<FieldName, 'typed' | 'stored'>>,
  markOf: DraftSave['markOf'],
): DraftState {
  const conflicts = { ...draft.conflicts };
  const chosen: StoryAnswers = {};
  for (const field of Object.keys(choices) as FieldName[]) {
    const conflict = conflicts[field];
    if (!conflict) continue;
    if (choices[field] === 'typed') chosen[field] = conflict.value;
    delete conflicts[field];
  }
  return mergeSave({ ...draft, conflicts }, { answers: chosen, seen: null, markOf });
}

/**
 * Whether the saver writes over something that they had not seen. The version of a save is known only to the tab that made
 * it, so the one that was told of a conflict is known by it: what it goes on typing stays beside the stored value.
 */
function isBehind(steps: [number, string][], seen: number | null, toldAt: number | undefined): boolean {
  if (seen === null) return false;
  if (toldAt === seen) return true;
  return (steps.at(-1)?.[0] ?? 0) > seen;
}

/** Mark of what a field held in a version; null when that is no longer remembered. */
function markAt(steps: [number, string][], version: number): string | null {
  const step = steps.findLast(([at]) => at <= version);
  if (step) return step[1];
  return steps.length < TRAIL_LENGTH ? NOTHING : null;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
