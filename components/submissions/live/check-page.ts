import { fillPlural } from '@/lib/i18n/templates';
import type { FaultLine, FaultTemplates } from '@/lib/story-form/fault-words';
import { answersFromForm } from '@/lib/story-form/form-data';
import type { FieldName, FormPage } from '@/lib/submissions/fields';
import { type AnswerFault, checkAnswers, type StoryAnswers } from '@/lib/submissions/schema';
import { countSigns } from '@/lib/submissions/values';

/** A fault of a page: its key in the schema, and the words for it. */
export interface PageFault extends FaultLine {
  key: string;
}

/** The faults of what stands in a form now, by the same schema and in the same words as on the server. */
export function checkPage(
  page: FormPage,
  fields: readonly FieldName[],
  form: FormData,
  { templates, locale }: { templates: FaultTemplates; locale: string },
): PageFault[] {
  const answers = answersFromForm(page, form);
  const checked = checkAnswers(answers, fields);
  if (checked.ok) return [];
  return checked.faults.map((fault) => ({
    field: fault.field,
    key: fault.key,
    text: faultWords(fault, answers, templates, locale),
  }));
}

function faultWords(fault: AnswerFault, answers: StoryAnswers, templates: FaultTemplates, locale: string): string {
  const value = answers[fault.field];
  const count = Array.isArray(value) ? value.length : typeof value === 'string' ? countSigns(value.trim()) : 0;
  const sentences = templates[fault.field]?.[fault.key] ?? templates[fault.field]?.unknown ?? {};
  return fillPlural(sentences, locale, count, { item: String((fault.item ?? 0) + 1), value: String(value ?? '') });
}
