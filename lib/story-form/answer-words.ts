import { formatCount, formatMonth } from '@/lib/i18n/formats';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { type FieldName, VOCABULARIES } from '@/lib/submissions/fields';
import { checkAnswers, type StoryAnswers } from '@/lib/submissions/schema';
import { termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { isAnswered, tickAnswer } from './form-data';
import { findPlace } from './places';

/** Languages of a story, each in its own words and script. */
export const STORY_LANGUAGES: Record<Locale, string> = {
  'sr-Latn': 'Srpski, latinica',
  'sr-Cyrl': 'Српски, ћирилица',
  en: 'English',
};

type Translate = ((key: string, values?: Record<string, string | number>) => string) & { has(key: string): boolean };

/** Questions that have a usual answer: who does not choose has it. */
const USUAL: Partial<Record<FieldName, string>> = { precision: 'settlement', showName: 'no', licence: 'cc_by' };

/** An answer in words, as paragraphs; null where nothing was answered. */
export function answerWords(
  locale: Locale,
  field: FieldName,
  answers: StoryAnswers,
  vocab: Vocabularies,
): string[] | null {
  const t = words(locale, 'StoryForm') as unknown as Translate;
  const value = isAnswered(answers[field]) ? answers[field] : USUAL[field];
  if (field === 'peopleReached') return peopleWords(locale, answers, t);
  if (!isAnswered(value)) return null;
  if (field.startsWith('consent')) return [t(`consent.${field.slice('consent'.length).toLowerCase()}`)];
  if (typeof value === 'boolean') return [value ? t('check.yes') : t('check.no')];
  if (Array.isArray(value)) return listWords(locale, field, value, vocab, t);
  const text = String(value);
  if (field === 'submissionLocale') return [isLocale(text) ? STORY_LANGUAGES[text] : text];
  if (field === 'startMonth' || field === 'endMonth')
    return [/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? formatMonth(locale, text) : text];
  if (field === 'lat') return [`${text}, ${String(answers.lng ?? '')}`];
  if (field === 'place') {
    const place = findPlace(answers.placeId, vocab, locale);
    return [place ? `${text} (${place.detail})` : text];
  }
  const option = `options.${field}.${text}`;
  return t.has(option) ? [t(option)] : text.split(/\n{2,}/);
}

function peopleWords(locale: Locale, answers: StoryAnswers, t: Translate): string[] | null {
  if (tickAnswer(answers, 'peopleUnknown')) return [t('fields.peopleUnknown.label')];
  if (!isAnswered(answers.peopleReached) && answers.peopleReached !== 0) return null;
  const read = checkAnswers(answers, ['peopleReached']);
  const number = read.ok ? read.value.peopleReached : null;
  return [number === null ? String(answers.peopleReached) : formatCount(locale, number)];
}

function listWords(
  locale: Locale,
  field: FieldName,
  items: readonly unknown[],
  vocab: Vocabularies,
  t: Translate,
): string[] {
  const taxonomy = VOCABULARIES[field as keyof typeof VOCABULARIES];
  if (taxonomy) return [items.map((code) => termLabel(vocab, taxonomy, String(code), locale)).join('; ')];
  return items.map((item) => {
    if (typeof item !== 'object' || item === null) return String(item);
    const { alt, author, file } = item as Record<string, unknown>;
    if (!alt) return String(file ?? '');
    return author ? t('check.photoLine', { alt: String(alt), author: String(author) }) : String(alt);
  });
}
