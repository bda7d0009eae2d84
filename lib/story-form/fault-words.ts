import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { type PluralTemplates, pluralTemplates } from '@/lib/i18n/templates';
import { words } from '@/lib/i18n/words';
import {
  ALT_LIMITS,
  type FieldName,
  LINK_MAX,
  LIST_LIMITS,
  type ListField,
  PARTNER_MAX,
  TEXT_LIMITS,
  type TextField,
} from '@/lib/submissions/fields';
import { type AnswerFault, countSigns, type StoryAnswers } from '@/lib/submissions/schema';

/** A fault that the schema cannot see: the gazetteer knows several places of this name. */
export type FaultKey = AnswerFault['key'] | 'placeAmbiguous';

/** A fault with its words: the same at the question and in the summary above the page. */
export interface FaultLine {
  field: FieldName;
  text: string;
}

type Translate = ((key: string, values?: Record<string, string | number>) => string) & { has(key: string): boolean };

/** Keys and fields are names of messages; which of them exist is asked, so the types stay out of it. */
const translator = (locale: Locale) => words(locale, 'StoryForm') as unknown as Translate;

/** The words of a fault. Faults of a list name the line (1-based). */
export function faultText(locale: Locale, fault: AnswerFault, answers: StoryAnswers): string {
  const count = countOf(fault.field, answers[fault.field]);
  return sentence(locale, fault.field, fault.key, {
    count,
    shown: formatCount(locale, count),
    item: String((fault.item ?? 0) + 1),
    value: String(answers[fault.field] ?? '').slice(0, 60),
  });
}

/** The faults of a page, each question once, in the order of the questions. */
export function faultLines(locale: Locale, faults: readonly AnswerFault[], answers: StoryAnswers): FaultLine[] {
  const seen = new Set<FieldName>();
  return faults.flatMap((fault) => {
    if (seen.has(fault.field)) return [];
    seen.add(fault.field);
    return [{ field: fault.field, text: faultText(locale, fault, answers) }];
  });
}

/** The words that a page of the form may need in the browser: by question and key, by plural category of the count. */
export type FaultTemplates = Partial<Record<FieldName, Record<string, PluralTemplates>>>;

const known = new Map<string, FaultTemplates>();

/** The words that the questions of a page may need in the browser; made once for the process. */
export function faultTemplates(locale: Locale, fields: readonly FieldName[]): FaultTemplates {
  const key = `${locale} ${fields.join()}`;
  const made = known.get(key) ?? makeTemplates(locale, fields);
  known.set(key, made);
  return made;
}

function makeTemplates(locale: Locale, fields: readonly FieldName[]): FaultTemplates {
  const templates = (field: FieldName, key: string) =>
    pluralTemplates(locale, (count) =>
      sentence(locale, field, key, { count, shown: '{count}', item: '{item}', value: '{value}' }),
    );
  return Object.fromEntries(
    fields.map((field) => [field, Object.fromEntries(keysOf(field).map((key) => [key, templates(field, key)]))]),
  );
}

/** Faults that a question can have; the generic sentence serves where no own one stands. */
function keysOf(field: FieldName): string[] {
  const own: Partial<Record<FieldName, string[]>> = {
    startMonth: ['notAMonth', 'inFuture'],
    endMonth: ['notAMonth', 'inFuture', 'endsBeforeItBegins', 'endsAndGoesOn'],
    precision: ['unknown', 'noPin'],
    lat: ['notADegree'],
    lng: ['notADegree'],
    peopleReached: ['notANumber', 'knownAndUnknown'],
    links: ['tooMany', 'tooLong', 'notALink'],
    partners: ['tooMany', 'tooLong'],
    contactEmail: ['required', 'tooLong', 'notAnEmail'],
    contactPhone: ['notAPhone'],
    consentPublish: ['consentNeeded'],
    organisationId: ['unknown'],
    placeId: ['unknown'],
  };
  if (own[field]) return own[field];
  if (field in TEXT_LIMITS) return ['required', 'tooShort', 'tooLong'];
  if (field in LIST_LIMITS) return ['chooseOne', 'tooMany', 'unknown'];
  return ['required', 'unknown'];
}

function sentence(locale: Locale, field: FieldName, key: string, values: Record<string, string | number>): string {
  const t = translator(locale);
  const own = `faults.${field}.${key}`;
  const general = t.has(`errors.${key}`) ? `errors.${key}` : 'errors.unknown';
  const { min, max } = limitsOf(field, key);
  return t(t.has(own) ? own : general, {
    ...values,
    label: t(`fields.${field}.label`),
    min: formatCount(locale, min),
    max: formatCount(locale, max),
  });
}

function limitsOf(field: FieldName, key: string): { min: number; max: number } {
  if (key === 'altTooShort') return ALT_LIMITS;
  if (key === 'tooLong' && field === 'partners') return { min: 0, max: PARTNER_MAX };
  if (key === 'tooLong' && field === 'links') return { min: 0, max: LINK_MAX };
  if (field in TEXT_LIMITS) return TEXT_LIMITS[field as TextField];
  if (field in LIST_LIMITS) return LIST_LIMITS[field as ListField];
  return { min: 0, max: 0 };
}

function countOf(field: FieldName, value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' && field in TEXT_LIMITS ? countSigns(value.trim()) : 0;
}
