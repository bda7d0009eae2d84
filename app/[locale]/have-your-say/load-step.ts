import 'server-only';
import { cache } from 'react';
import { showName } from '@/lib/enterprises/present';
import { findEnterprise } from '@/lib/enterprises/queries';
import { formatClock, formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { personalDataAdvice } from '@/lib/story-form/advice';
import { answerWords } from '@/lib/story-form/answer-words';
import { type FaultLine, faultLines } from '@/lib/story-form/fault-words';
import { answersFromForm, isAnswered, textAnswer } from '@/lib/story-form/form-data';
import { AMBIGUOUS_PLACE, faultsOfPage, isAmbiguousPlace } from '@/lib/story-form/page-faults';
import { findPlace, type PlaceOption, resolvePlaceName } from '@/lib/story-form/places';
import { listOpenRequests } from '@/lib/story-form/queries';
import type { ConflictLine, StepView } from '@/lib/story-form/step-view';
import { type FieldName, FORM_PAGES, type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { Visitor } from './visitor';

export interface LoadedStep {
  view: StepView;
  draft: string;
  version: number | null;
  savedLine: string | null;
  done: ReadonlySet<FormPage>;
  place: PlaceOption | null;
  ambiguous: readonly PlaceOption[];
  trouble: { title: string; lines: readonly string[] } | null;
}

/**
 * One page of the form, from the draft of a browser, or from what was just sent and could not be saved.
 * @param checked somebody wanted to go on: its faults are shown
 * @param enterprise id or slug of the record that a new story is about
 */
export const loadStep = cache(
  async (
    visitor: Visitor,
    locale: Locale,
    page: FormPage,
    checked: boolean,
    enterprise: string,
  ): Promise<LoadedStep> => {
    const { draft, draftName, kept } = visitor;
    const t = words(locale, 'StoryForm');
    const vocab = vocabularies();
    const stored = draft?.answers ?? {};
    const answers = kept
      ? { ...stored, ...answersFromForm(page, kept.entries) }
      : page === 'organisation'
        ? withEnterprise(stored, enterprise, locale)
        : stored;
    const isAmbiguous = page === 'place' && isAmbiguousPlace(answers, vocab);
    const faults = checked ? [...faultsOfPage(page, answers), ...(isAmbiguous ? [AMBIGUOUS_PLACE] : [])] : [];
    const resolved = isAmbiguous ? resolvePlaceName(textAnswer(answers, 'place'), vocab, locale) : null;
    return {
      view: {
        locale,
        page,
        answers,
        faults: inOrder(page, faultLines(locale, faults, { ...answers, placeId: answers.place })),
        advice: kept ? {} : personalDataAdvice(answersOf(page, answers), locale),
        requests: draft?.revises ? await listOpenRequests(draft.revises, locale) : [],
        conflicts: draft && !kept ? conflictLines(page, draft.answers, draft.conflict, locale) : [],
      },
      draft: draftName,
      version: kept ? versionOf(kept.entries) : (draft?.version ?? null),
      savedLine: draft && !kept ? t('saved.at', { time: savedAt(locale, draft.savedAt) }) : null,
      done: donePages(stored),
      place: page === 'place' ? findPlace(answers.placeId, vocab, locale) : null,
      ambiguous: resolved?.found === 'several' ? resolved.places : [],
      trouble: kept && { title: t('trouble.title'), lines: troubleLines(locale, kept.trouble) },
    };
  },
);

function answersOf(page: FormPage, answers: StoryAnswers): StoryAnswers {
  return Object.fromEntries((PAGE_FIELDS[page] as readonly FieldName[]).map((field) => [field, answers[field]]));
}

/** The questions' own order: the summary follows the page. */
function inOrder(page: FormPage, lines: FaultLine[]): FaultLine[] {
  const order = PAGE_FIELDS[page] as readonly FieldName[];
  return [...lines].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

/** A draft of another day says which. */
function savedAt(locale: Locale, instant: Date): string {
  const time = formatClock(locale, instant);
  return formatDay(locale, instant) === formatDay(locale, new Date()) ? time : `${time}, ${formatDay(locale, instant)}`;
}

function versionOf(entries: readonly (readonly [string, string])[]): number | null {
  const version = Number.parseInt(entries.find(([name]) => name === 'version')?.[1] ?? '', 10);
  return Number.isInteger(version) ? version : null;
}

/** A story about a record of the directory begins with its name. */
function withEnterprise(answers: StoryAnswers, enterprise: string, locale: Locale): StoryAnswers {
  if (enterprise === '' || isAnswered(answers.organisationName)) return answers;
  const record = findEnterprise(enterprise);
  if (!record || !('id' in record)) return answers;
  return { ...answers, organisationName: showName(record.name, locale), organisationId: String(record.id) };
}

/** Pages on which something was answered, and nothing is missing. */
export function donePages(answers: StoryAnswers): Set<FormPage> {
  return new Set(
    FORM_PAGES.filter(
      (page) =>
        (PAGE_FIELDS[page] as readonly FieldName[]).some((field) => isAnswered(answers[field])) &&
        faultsOfPage(page, answers).length === 0,
    ),
  );
}

/** Answers that were written in two places, as texts to be compared. */
export function conflictLines(
  page: FormPage,
  answers: StoryAnswers,
  conflict: StoryAnswers,
  locale: Locale,
): ConflictLine[] {
  const t = words(locale, 'StoryForm');
  const vocab = vocabularies();
  const compared = (field: FieldName, of: StoryAnswers) => (answerWords(locale, field, of, vocab) ?? []).join('\n\n');
  return (PAGE_FIELDS[page] as readonly FieldName[])
    .filter((field) => Object.hasOwn(conflict, field))
    .map((field) => ({
      field,
      label: t(`fields.${field}.label`),
      stored: compared(field, answers),
      typed: compared(field, { ...answers, [field]: conflict[field] }),
    }));
}

/** Why something was not saved, and that nothing is lost. */
export function troubleLines(
  locale: Locale,
  trouble: { code: string; reference?: string; stored?: string; retryAfterSeconds?: number },
): string[] {
  const t = words(locale, 'StoryForm');
  const minutes = Math.max(1, Math.ceil((trouble.retryAfterSeconds ?? 60) / 60));
  const why: Record<string, string> = {
    full: t('trouble.full'),
    tooLarge: t('trouble.tooLarge'),
    gone: t('trouble.gone'),
    sent: t('trouble.alreadySent', { reference: trouble.reference ?? '' }),
    crossOrigin: t('trouble.origin'),
    cutOff: t('trouble.cutOff'),
    limited: t('trouble.limited', { n: minutes }),
    elsewhere: trouble.stored ?? '',
  };
  return [why[trouble.code] ?? t('trouble.busy'), t('trouble.kept')];
}
