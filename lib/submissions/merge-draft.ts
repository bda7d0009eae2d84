import type { FieldName } from './fields';
import type { StoryAnswers } from './schema';

/**
 * Two tabs or two devices on one draft. Every save makes a new version, and whoever saves says which version was seen. A
 * tab sends all that stands in its fields, also what it only carries along, so a value alone does not tell whether its
 * writer means it. The trail remembers what each field held in which version, and what each tab still holds of the fields
 * that another has changed since; both as marks, not as text. Pure.
 */

type Marks = Partial<Record<FieldName, string>>;

/** One change of a field. */
interface Step {
  version: number;
  /** Stands for the value. */
  mark: string;
  /** The tab that changed it, where it said which it is. */
  tab: string | null;
}

export interface Trail {
  /** Changes of each field, oldest first. */
  steps: Partial<Record<FieldName, Step[]>>;
  /** What a tab holds that differs from the draft, by the tab's name or by the version that its last save made. */
  held: Record<string, Marks>;
}

export interface DraftState {
  version: number;
  answers: StoryAnswers;
  trail: Trail;
  /** What was typed over a value that its writer had not seen, by field, until somebody has chosen. */
  conflicts: StoryAnswers;
}

export interface DraftSave {
  /** Fields that are not there stay as they are. */
  answers: StoryAnswers;
  /** Version that the saver had seen; null for one who cannot say, whose answers count as the newest. */
  seen: number | null;
  /** Name of the saver's tab, if it has one: its own earlier saves are never in its way, even when their answers were lost. */
  tab?: string | null;
  /** Stands for a value in the trail; equal values of a field have equal marks. */
  markOf: (field: FieldName, value: unknown) => string;
}

export const EMPTY_DRAFT: DraftState = { version: 0, answers: {}, trail: { steps: {}, held: {} }, conflicts: {} };

/** Versions back to which the trail reaches. Whoever saw an older one is taken to mean every value that differs. */
const MEMORY = 60;
/** Mark of a field that is not answered. */
const NOTHING = '';

/**
 * The draft after a save. What nobody else changed since is taken. What the saver only carried along stays as the other
 * wrote it. Where both wrote, the stored value stays, and what was typed goes into `conflicts`.
 */
export function mergeSave(draft: DraftState, { answers, seen, tab = null, markOf }: DraftSave): DraftState {
  const version = draft.version + 1;
  const next = { version, answers: { ...draft.answers }, conflicts: { ...draft.conflicts } };
  const steps = { ...draft.trail.steps };
  const before = draft.trail.held[keyOf(tab, seen)] ?? {};
  const holds: Marks = { ...before };
  for (const field of Object.keys(answers) as FieldName[]) {
    const typed = answers[field];
    const mark = isNothing(typed) ? NOTHING : markOf(field, typed);
    const past = steps[field] ?? [];
    delete holds[field];
    if (mark === (past.at(-1)?.mark ?? NOTHING)) continue;
    const base = seen === null ? undefined : (before[field] ?? unseenBase(past, { seen, tab, present: draft.version }));
    if (base === undefined) {
      next.answers[field] = typed;
      steps[field] = [...past, { version, mark, tab }].slice(-MEMORY);
      continue;
    }
    holds[field] = mark;
    if (base !== mark) next.conflicts[field] = typed;
  }
  return { ...next, trail: { steps, held: remember(draft.trail.held, keyOf(tab, version), holds, version) } };
}

/**
 * What the saver had seen in a field that somebody else has changed since; null when that is no longer known, undefined
 * when the saver has seen the newest.
 */
function unseenBase(
  past: readonly Step[],
  { seen, tab, present }: { seen: number; tab: string | null; present: number },
): string | null | undefined {
  if (seen < present - MEMORY) return null;
  const changedByOther = past.some((step) => step.version > seen && (tab === null || step.tab !== tab));
  if (!changedByOther) return undefined;
  const step = past.findLast((one) => one.version <= seen || (tab !== null && one.tab === tab));
  if (step) return step.mark;
  return past.length < MEMORY ? NOTHING : null;
}

const keyOf = (tab: string | null, version: number | null) => (tab === null ? `v${version}` : `t${tab}`);

/** Tabs with names are few; of those without, each version is one. */
const TABS = 10;

function remember(held: Trail['held'], key: string, holds: Marks, version: number): Trail['held'] {
  const others = Object.entries(held).filter(([name]) => name !== key);
  const versions = others.filter(([name]) => name.startsWith('v') && Number(name.slice(1)) >= version - MEMORY);
  const tabs = others.filter(([name]) => name.startsWith('t')).slice(-TABS);
  const own: [string, Marks][] = Object.keys(holds).length > 0 ? [[key, holds]] : [];
  return Object.fromEntries([...versions, ...tabs, ...own]);
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
    if (!Object.hasOwn(conflicts, field)) continue;
    if (choices[field] === 'typed') chosen[field] = conflicts[field];
    delete conflicts[field];
  }
  return mergeSave({ ...draft, conflicts }, { answers: chosen, seen: null, markOf });
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
