import { FIELD_NAMES, type FieldName, type FormPage, PAGE_FIELDS } from './fields';
import type { StoryAnswers } from './schema';

/** Largest draft, in bytes of its JSON: some thirty times the longest story that the limits allow. */
export const DRAFT_MAX_BYTES = 256 * 1024;

/** How long a draft is kept after its last save. */
export const DRAFT_DAYS = 28;

export function draftExpiry(now: Date): Date {
  return new Date(now.getTime() + DRAFT_DAYS * 86_400_000);
}

/** Lists hold texts or small objects of texts (a photo's file, alt and author); nothing is nested deeper. */
const ITEMS_MAX = 50;

/**
 * What of some answers can be kept: the questions of one page (or of all), each a text, number, tick or a list. Valid or
 * not does not matter, shape does: somebody may send any JSON.
 */
export function storableAnswers(answers: StoryAnswers, page: FormPage | null): StoryAnswers {
  const fields: readonly FieldName[] = page ? PAGE_FIELDS[page] : FIELD_NAMES;
  const kept: StoryAnswers = {};
  for (const field of fields) {
    if (!Object.hasOwn(answers, field)) continue;
    const value = toStorable(answers[field]);
    if (value !== undefined) kept[field] = value;
  }
  return kept;
}

function toStorable(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .slice(0, ITEMS_MAX)
      .map(toItem)
      .filter((item) => item !== undefined);
  return toScalar(value);
}

function toItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return toScalar(item);
  if (Array.isArray(item)) return undefined;
  const entries = Object.entries(item).slice(0, 10);
  return Object.fromEntries(entries.map(([name, part]) => [name.slice(0, 40), toScalar(part) ?? null]));
}

function toScalar(value: unknown): string | number | boolean | null | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Whether answers are more than a draft may hold. */
export function isTooLarge(answers: StoryAnswers, conflicts: object): boolean {
  return new TextEncoder().encode(JSON.stringify([answers, conflicts])).length > DRAFT_MAX_BYTES;
}
