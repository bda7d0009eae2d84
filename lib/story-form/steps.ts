import { type FieldName, FORM_PAGES, type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';

/** Id of the form of a page, of its error summary and of its notice of a conflict: addresses lead there. */
export const FORM_ID = 'prica';
export const SUMMARY_ID = 'greske';
export const CONFLICT_ID = 'sukob';

/** Where "save" leads: on, back, to the page for later, to the check, or to a page by its number ("4"). */
export type Going = 'next' | 'back' | 'later' | 'check' | 'stay' | FormPage;

/** Number of a page as people count: 1 to 6. */
export function stepNumber(page: FormPage): number {
  return FORM_PAGES.indexOf(page) + 1;
}

/** The page of an address: by its number or its name. Null for anything else. */
export function parseStep(step: unknown): FormPage | null {
  if (typeof step !== 'string') return null;
  return FORM_PAGES.find((page, at) => page === step || String(at + 1) === step) ?? null;
}

/** The page before or after; null beyond the first and the last. */
export function neighbour(page: FormPage, by: 1 | -1): FormPage | null {
  return FORM_PAGES[FORM_PAGES.indexOf(page) + by] ?? null;
}

export function parseGoing(value: unknown): Going {
  const known = ['next', 'back', 'later', 'check', 'stay'] as const;
  return known.find((going) => going === value) ?? parseStep(value) ?? 'stay';
}

/** The page that asks a question. */
export function pageOfField(field: FieldName): FormPage {
  return FORM_PAGES.find((page) => (PAGE_FIELDS[page] as readonly FieldName[]).includes(field)) ?? 'organisation';
}

/** Id of a question's first control: links of the error summary lead to it. */
export function controlId(field: FieldName): string {
  return `f-${field}`;
}
