import 'server-only';
import type { CheckLine, CheckModel } from '@/components/submissions/CheckPage';
import { formatClock } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { personalDataAdvice } from '@/lib/story-form/advice';
import { answerWords } from '@/lib/story-form/answer-words';
import { faultLines } from '@/lib/story-form/fault-words';
import { pageOfField, stepNumber } from '@/lib/story-form/steps';
import type { DraftView } from '@/lib/submissions/drafts';
import { findPossibleDuplicates } from '@/lib/submissions/duplicates';
import { FIELD_NAMES, type FieldName, FORM_PAGES, type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';
import { checkAnswers, type StoryAnswers } from '@/lib/submissions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';

/** The public reads everything else. */
const PRIVATE = new Set<FieldName>([
  'contactName',
  'contactEmail',
  'contactPhone',
  'peopleInPhotos',
  'precision',
  'lat',
  'lng',
  'consentPublish',
  'consentResearch',
  'consentSocial',
]);
/** They say nothing by themselves. */
const NOT_SHOWN = new Set<FieldName>(['organisationId', 'placeId', 'peopleUnknown', 'lng']);

/** Everything that was answered, and what is missing when somebody wanted to send it. */
export async function loadCheck(
  locale: Locale,
  draft: DraftView | null,
  checked: boolean,
  trouble: string | null,
): Promise<CheckModel> {
  const t = words(locale, 'StoryForm');
  const answers = draft?.answers ?? {};
  const result = checkAnswers(answers, FIELD_NAMES);
  const faults = result.ok ? [] : faultLines(locale, result.faults, answers);
  const advice = personalDataAdvice(answers, locale);
  const faulty = new Map(faults.map(({ field, text }) => [field, text]));
  const line = (field: FieldName): CheckLine => ({
    field,
    label: field === 'lat' ? t('exactPlace') : t(`fields.${field}.label`),
    value: answerWords(locale, field, answers, vocabularies()),
    isPrivate: isPrivate(field, answers),
    fault: checked ? (faulty.get(field) ?? null) : null,
    advice: advice[field] ?? [],
  });
  const pages = Object.fromEntries(
    FORM_PAGES.map((page) => [
      page,
      (PAGE_FIELDS[page] as readonly FieldName[]).filter((field) => isShown(field, answers)).map(line),
    ]),
  ) as Record<FormPage, CheckLine[]>;
  return {
    pages,
    faults: checked ? faults.map((fault) => ({ ...fault, page: stepNumber(pageOfField(fault.field)) })) : [],
    similar: draft ? await similarTo(answers, locale) : [],
    savedLine: draft && t('saved.at', { time: formatClock(locale, draft.savedAt) }),
    isEdit: draft?.revises !== null && draft !== null,
    trouble,
    isEmpty: draft === null,
  };
}

function isPrivate(field: FieldName, answers: StoryAnswers): boolean {
  if (field === 'contactName') return answers.showName !== 'yes' && answers.showName !== 'initials';
  if (field === 'lat') return answers.precision !== 'exact';
  return PRIVATE.has(field);
}

function isShown(field: FieldName, answers: StoryAnswers): boolean {
  if (NOT_SHOWN.has(field)) return false;
  if (field === 'practiceOther') return Array.isArray(answers.practiceTypes) && answers.practiceTypes.includes('other');
  if (field === 'peopleInPhotos') return Array.isArray(answers.photos) && answers.photos.length > 0;
  return true;
}

async function similarTo(answers: StoryAnswers, locale: Locale): Promise<CheckModel['similar']> {
  const text = (field: FieldName) => (typeof answers[field] === 'string' ? (answers[field] as string) : undefined);
  const hints = await findPossibleDuplicates({
    audience: 'public',
    title: text('title'),
    summary: text('summary'),
    organisationName: text('organisationName'),
    organisationId: Number(answers.organisationId) || null,
    placeId: text('placeId') || null,
    practiceTypes: Array.isArray(answers.practiceTypes) ? (answers.practiceTypes as string[]) : [],
    limit: 3,
  });
  return hints.map(({ title, organisationName, of }) => ({
    title,
    detail: organisationName,
    href: of.kind === 'story' ? hrefFor(locale, '/stories/[slug]', { slug: of.slug }) : null,
  }));
}
