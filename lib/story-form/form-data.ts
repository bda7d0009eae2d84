import { type FieldName, type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';

/*
 * A posted page of the form, as answers; for the server and for the browser's own check, so that both see the same.
 * Nothing is checked here, and nothing is cut.
 */

/** Names of the two controls of a month: the month itself (1 to 12) and the year. */
export const monthControls = (field: 'startMonth' | 'endMonth') => [`${field}-month`, `${field}-year`] as const;

const MONTHS = new Set<FieldName>(['startMonth', 'endMonth']);
const LISTS = new Set<FieldName>(['practiceTypes', 'beneficiaries', 'support', 'contentLabels']);
const LINES = new Set<FieldName>(['partners', 'links']);
const TICKS = new Set<FieldName>(['ongoing', 'peopleUnknown', 'consentPublish', 'consentResearch', 'consentSocial']);
/** They have a form of their own on the fifth page (lib/files). */
const FILES = new Set<FieldName>(['photos', 'documents']);

type Entries = Iterable<readonly [string, unknown]>;

/** The answers to the questions of a page; a tick that is not sent is not ticked. Files are left out. */
export function answersFromForm(page: FormPage, entries: Entries): StoryAnswers {
  const sent = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (typeof value === 'string') sent.set(name, [...(sent.get(name) ?? []), value]);
  }
  // A place can be picked in two controls; the empty one says nothing.
  const first = (name: string) => sent.get(name)?.find((value) => value !== '') ?? '';
  const answers: StoryAnswers = {};
  for (const field of PAGE_FIELDS[page] as readonly FieldName[]) {
    if (FILES.has(field)) continue;
    answers[field] = MONTHS.has(field)
      ? monthFromForm(first(`${field}-month`), first(`${field}-year`))
      : LISTS.has(field)
        ? (sent.get(field) ?? []).filter((value) => value !== '')
        : LINES.has(field)
          ? linesOf(first(field))
          : TICKS.has(field)
            ? first(field) !== ''
            : first(field);
  }
  return answers;
}

/** Name of the question that a control belongs to; null for what is no answer (a button, the version). */
export function fieldOfControl(name: string, page: FormPage): FieldName | null {
  const bare = name.replace(/-(month|year)$/, '');
  return (PAGE_FIELDS[page] as readonly FieldName[]).find((field) => field === bare) ?? null;
}

/** YYYY-MM; what is typed wrongly or by half is kept so that it can be shown and refused. Empty when both are. */
function monthFromForm(month: string, year: string): string {
  const written = year.trim();
  if (month === '' && written === '') return '';
  return `${written}-${/^\d{1,2}$/.test(month) ? month.padStart(2, '0') : month}`;
}

/** The two controls' values of a month that was kept. */
export function monthToControls(value: unknown): { month: string; year: string } {
  const text = typeof value === 'string' ? value : '';
  const at = text.lastIndexOf('-');
  if (at < 0) return { month: '', year: text };
  return { month: String(Number(text.slice(at + 1)) || ''), year: text.slice(0, at) };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An answer as the text of a control. */
export function textAnswer(answers: StoryAnswers, field: FieldName): string {
  const value = answers[field];
  if (LINES.has(field)) return listAnswer(answers, field).join('\n');
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** An answer as a list of codes or lines. */
export function listAnswer(answers: StoryAnswers, field: FieldName): string[] {
  const value = answers[field];
  const list = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
  return list.filter((item): item is string => typeof item === 'string');
}

/** Whether a tick is set. */
export function tickAnswer(answers: StoryAnswers, field: FieldName): boolean {
  const value = answers[field];
  return value === true || value === 'on' || value === 'yes' || value === 'true';
}

/** Whether anything was answered: what is merely the usual choice does not count. */
export function isAnswered(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}
