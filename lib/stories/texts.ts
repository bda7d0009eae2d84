import type { Locale } from '@/lib/i18n/locales';

/** The words of a story that stand in each language by themselves, in the order in which a page shows them. */
export const TEXT_FIELDS = [
  'title',
  'summary',
  'problem',
  'whatWasDone',
  'results',
  'resources',
  'supportNote',
  'difficulties',
  'whatWouldHelp',
  'transfer',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** The languages in which a story's words can stand. */
export const TEXT_LANGS = ['sr', 'en'] as const;
export type TextLang = (typeof TEXT_LANGS)[number];

/** The language in which somebody wrote who filled in the form in one of our locales. */
export function langOf(locale: Locale): TextLang {
  return locale === 'en' ? 'en' : 'sr';
}

/** A story's words in one language; null is not told. */
export type StoryTexts = { title: string; summary: string } & Record<
  Exclude<TextField, 'title' | 'summary'>,
  string | null
>;
