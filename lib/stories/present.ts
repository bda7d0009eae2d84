import { hostOf, showName } from '@/lib/enterprises/present';
import { type PhotoSources, photoSources } from '@/lib/files/addresses';
import { formatCount, formatDay, formatMonth } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { type Words, words } from '@/lib/i18n/words';
import { todayInSerbia } from '@/lib/search/today';
import { inScript } from '@/lib/serbian';
import type { Shown } from '@/lib/site/present-line';
import { termLabel } from '@/lib/taxonomies/present';
import { fileSize } from './file-size';
import { isLongUnanswered } from './follow-up';
import { storyPlaceLabel } from './place-label';
import type { TextField, TextLang } from './texts';
import type { StoryLike, StoryListItem, StoryWords } from './types';

/** A text as a visitor reads it, with its language where that is not the page's own. */
export interface TextModel {
  /** Paragraphs, each as its lines. */
  paragraphs: string[][];
  lang: Locale | null;
  /** "samo na srpskom", where the rest of the story is in the page's language; otherwise null. */
  only: string | null;
}

export interface ValueLink {
  label: string;
  href: string | null;
}

export interface StoryFact {
  key: string;
  label: string;
  values: ValueLink[];
  /** What stands behind the values, in a quieter voice. */
  detail: string | null;
}

export interface StoryPhoto extends PhotoSources {
  key: string;
  alt: string;
  /** "Foto: …"; null where nobody is named. */
  by: string | null;
}

/** A story in the visitor's language, as its page and the author's check of the answers show it. */
export interface StoryModel {
  title: string;
  /** Language of title and summary where it is not the page's. */
  lang: Locale | null;
  summary: TextModel;
  /** Where the story comes from, in words. */
  origin: { tag: StoryLike['origin']; text: string; note: string | null };
  /** That the whole story stands in another language, or was translated; null where it was written in this one. */
  languageNote: string | null;
  /** Said before the text, of hard things in it; null where there are none. */
  warning: string | null;
  /** Place, organisation and time in a few words. */
  line: string;
  facts: StoryFact[];
  sections: { key: TextField; heading: string; text: TextModel }[];
  photos: StoryPhoto[];
  documents: { href: string; label: string; detail: string }[];
  links: { href: string; label: string }[];
  source: { href: string; label: string; read: string | null } | null;
  position: StoryLike['place']['position'];
  mapNote: string;
  /** Explains the asterisk of the place's name; null where it has none. */
  placeFootnote: string | null;
}

const SECTIONS = [
  'problem',
  'whatWasDone',
  'results',
  'resources',
  'supportNote',
  'difficulties',
  'whatWouldHelp',
  'transfer',
] as const satisfies readonly TextField[];

const LICENCE_PAGES: Readonly<Record<string, string | null>> = {
  cc_by: 'https://creativecommons.org/licenses/by/4.0/',
  cc_by_sa: 'https://creativecommons.org/licenses/by-sa/4.0/',
  this_site: null,
};

/** Address of a story's licence; null for one that lets nobody else publish it. */
export function licencePage(licence: StoryLike['licence']): string | null {
  return licence === null ? null : (LICENCE_PAGES[licence] ?? null);
}

/** Makes the view model of a story, published or not; pure. */
export function presentStory(story: StoryLike, shown: Shown): StoryModel {
  const { locale } = shown;
  const t = words(locale, 'Story');
  const reading = readingOf(story, locale);
  return {
    title: inLanguage(reading.main.title, reading.mainLang, locale),
    lang: langTag(reading.mainLang, locale),
    summary: presentText(reading.main.summary, reading.mainLang, reading, locale, t),
    origin: {
      tag: story.origin,
      text: t(`origin.${story.origin}`),
      note: story.origin === 'collected' ? t('originNote') : null,
    },
    languageNote: languageNote(reading, locale, t),
    warning: presentWarning(story, shown, t),
    line: storyLine(story, locale),
    facts: presentFacts(story, shown, t),
    sections: SECTIONS.flatMap((key) => {
      const lang = reading.order.find((one) => story.texts[one]?.[key]);
      const text = lang && story.texts[lang]?.[key];
      if (!lang || !text) return [];
      return [{ key, heading: t(`sections.${key}`), text: presentText(text, lang, reading, locale, t) }];
    }),
    photos: story.photos.map((photo) => ({
      ...photoSources(photo),
      key: photo.key,
      alt: scripted(photo.alt, locale),
      by: photo.author === '' ? null : t('photoBy', { author: scripted(photo.author, locale) }),
    })),
    documents: story.documents.map(({ key, name, pages, bytes }) => ({
      href: `/files/${key}/document.pdf`,
      label: name,
      detail: t('document', { pages, size: fileSize(bytes, locale) }),
    })),
    links: story.links.map((href) => ({ href, label: shortAddress(href) })),
    source: presentSource(story.source, locale, t),
    position: story.place.position,
    mapNote: presentMapNote(story, t),
    placeFootnote: storyPlaceLabel(story.place, locale)?.includes('*') ? words(locale, 'Map')('kosovoFootnote') : null,
  };
}

/** In which languages a story can be read here: the page's own first. */
interface Reading {
  order: TextLang[];
  main: StoryWords;
  mainLang: TextLang;
}

function readingOf({ texts }: Pick<StoryLike, 'texts'>, locale: Locale): Reading {
  const order: TextLang[] = locale === 'en' ? ['en', 'sr'] : ['sr', 'en'];
  const mainLang = order.find((lang) => texts[lang]);
  const main = mainLang && texts[mainLang];
  if (!mainLang || !main) throw new Error('A story needs its words in one language');
  return { order, main, mainLang };
}

/** The title that a visitor reads. */
export function storyTitle(title: StoryListItem['title'], locale: Locale): string {
  const { text } = bilingual(title, locale);
  return text;
}

/** A bilingual text in the visitor's language and script, and its tag where it is another one. */
export function bilingual(
  text: { sr: string | null; en: string | null },
  locale: Locale,
): { text: string; lang: Locale | null } {
  const order: TextLang[] = locale === 'en' ? ['en', 'sr'] : ['sr', 'en'];
  const lang = order.find((one) => text[one] !== null) ?? 'sr';
  return { text: inLanguage(text[lang] ?? '', lang, locale), lang: langTag(lang, locale) };
}

function inLanguage(text: string, lang: TextLang, locale: Locale): string {
  if (lang === 'en') return text;
  return inScript(text, locale === 'en' ? 'sr-Latn' : locale);
}

function langTag(lang: TextLang, locale: Locale): Locale | null {
  if (lang === 'en') return locale === 'en' ? null : 'en';
  return locale === 'en' ? 'sr-Latn' : null;
}

/** Names and short notes have no language of their own: they stand in the script of the page. */
function scripted(text: string, locale: Locale): string {
  return inScript(text, locale === 'en' ? 'sr-Latn' : locale);
}

function presentText(
  text: string,
  lang: TextLang,
  { mainLang }: Reading,
  locale: Locale,
  t: Words<'Story'>,
): TextModel {
  const tag = langTag(lang, locale);
  return {
    paragraphs: inLanguage(text, lang, locale)
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
      .filter((lines) => lines.length > 0),
    lang: tag,
    only: tag === null || lang === mainLang ? null : t(lang === 'en' ? 'onlyEnglish' : 'onlySerbian'),
  };
}

function languageNote({ main, mainLang }: Reading, locale: Locale, t: Words<'Story'>): string | null {
  if (langTag(mainLang, locale) !== null) return t(mainLang === 'en' ? 'wholeOnlyEnglish' : 'wholeOnlySerbian');
  return main.translated ? t('translated') : null;
}

function presentWarning({ contentLabels }: StoryLike, { locale, vocab }: Shown, t: Words<'Story'>): string | null {
  if (contentLabels.length === 0) return null;
  const labels = contentLabels.map((code) => lowerFirst(termLabel(vocab, 'contentLabel', code, locale)));
  return t('labels', { labels: labels.join(', ') });
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The organisation's name in the visitor's script: that of its record where it has one. */
export function organisationName({ name, record }: StoryListItem['organisation'], locale: Locale): string | null {
  if (name !== null) return scripted(name, locale);
  return record ? showName(record.name, locale) : null;
}

type Telling = Pick<StoryListItem, 'period' | 'startMonth' | 'endMonth' | 'ongoing'>;

/** When it was, in words: the months where they are told, and the part of the crisis. Empty when neither is. */
export function whenLabels({ period, startMonth, endMonth, ongoing }: Telling, locale: Locale): string[] {
  const t = words(locale, 'Story');
  const month = (value: string) => formatMonth(locale, value);
  const months = (): string | null => {
    if (startMonth && endMonth) return t('fromTo', { from: month(startMonth), to: month(endMonth) });
    if (startMonth) return t('began', { month: month(startMonth) });
    return endMonth ? t('until', { month: month(endMonth) }) : null;
  };
  const parts = [months(), ongoing ? t('ongoing') : null, period === null ? null : t(`period.${period}`)];
  return parts.filter((part) => part !== null);
}

/** Organisation, place and beginning: what tells a story in a list apart. */
export function storyLine(story: Telling & Pick<StoryListItem, 'organisation' | 'place'>, locale: Locale): string {
  return [
    organisationName(story.organisation, locale),
    storyPlaceLabel(story.place, locale),
    story.startMonth === null ? null : formatMonth(locale, story.startMonth),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function presentFacts(story: StoryLike, shown: Shown, t: Words<'Story'>): StoryFact[] {
  const { locale } = shown;
  const facts: StoryFact[] = [];
  const add = (key: Parameters<typeof fieldLabel>[1], values: ValueLink[], detail: string | null = null) => {
    if (values.length > 0) facts.push({ key, label: fieldLabel(t, key), values, detail });
  };
  const plain = (labels: readonly string[]): ValueLink[] => labels.map((label) => ({ label, href: null }));
  const place = storyPlaceLabel(story.place, locale);
  add('organisation', organisationValues(story, locale));
  add('place', place === null ? [] : [{ label: place, href: null }]);
  add('when', plain(whenLabels(story, locale)));
  add('practiceType', practiceValues(story, shown));
  add('beneficiary', termValues('beneficiary', story.beneficiaries, shown));
  if (story.peopleReached !== null) {
    const count = story.peopleReached;
    add('peopleReached', plain([t('aboutPeople', { count, shown: formatCount(locale, count) })]));
  }
  add('supporter', plain(story.supporters.map((code) => termLabel(shown.vocab, 'supporter', code, locale))));
  add('partners', plain(story.partners.map((name) => scripted(name, locale))));
  if (story.stillAlive !== null) {
    add('stillAlive', plain([t(`stillAlive.${story.stillAlive}`)]), whenConfirmed(story, shown));
  } else if (isLongUnanswered(story, todayInSerbia())) {
    add('stillAlive', plain([t('stillAlive.unknown')]), t('unanswered'));
  }
  if (story.role !== null) add('role', plain([t(`role.${story.role}`)]));
  if (story.authorName !== null) add('author', plain([scripted(story.authorName, locale)]));
  if (story.licence !== null) {
    add('licence', [{ label: t(`licence.${story.licence}`), href: licencePage(story.licence) }]);
  }
  return facts;
}

/** When somebody last said that the practice goes on; after a year without an answer the page says that too. */
function whenConfirmed(story: StoryLike, { locale }: Shown): string | null {
  const t = words(locale, 'Story');
  const confirmed = story.confirmedOn === null ? null : t('confirmed', { day: formatDay(locale, story.confirmedOn) });
  if (!isLongUnanswered(story, todayInSerbia())) return confirmed;
  return confirmed === null ? t('unanswered') : `${confirmed}; ${t('unanswered')}`;
}

type FactKey =
  | 'organisation'
  | 'place'
  | 'when'
  | 'practiceType'
  | 'beneficiary'
  | 'peopleReached'
  | 'supporter'
  | 'partners'
  | 'stillAlive'
  | 'role'
  | 'author'
  | 'licence';

const fieldLabel = (t: Words<'Story'>, key: FactKey) => t(`field.${key}`);

function organisationValues({ organisation }: StoryLike, locale: Locale): ValueLink[] {
  const label = organisationName(organisation, locale);
  if (label === null) return [];
  const { record } = organisation;
  return [{ label, href: record ? hrefFor(locale, '/enterprises/[slug]', { slug: record.slug }) : null }];
}

/** Each term leads to the stories that bear it. */
function termValues(facet: 'practiceType' | 'beneficiary', codes: readonly string[], shown: Shown): ValueLink[] {
  const { locale, vocab } = shown;
  return codes.map((code) => ({
    label: termLabel(vocab, facet, code, locale),
    href: hrefFor(locale, '/stories', {}, { [facet]: code }),
  }));
}

/** "Other" is said in the author's own words, where there are some. */
function practiceValues({ practiceTypes, practiceOther }: StoryLike, shown: Shown): ValueLink[] {
  return termValues('practiceType', practiceTypes, shown).map((value, index) =>
    practiceTypes[index] === 'other' && practiceOther !== null
      ? { ...value, label: `${value.label}: ${scripted(practiceOther, shown.locale)}` }
      : value,
  );
}

function presentSource(source: StoryLike['source'], locale: Locale, t: Words<'Story'>): StoryModel['source'] {
  if (source === null) return null;
  return {
    href: source.url,
    label: source.title ?? hostOf(source.url),
    read: source.readOn === null ? null : t('readOn', { day: formatDay(locale, source.readOn) }),
  };
}

function presentMapNote({ place, origin }: StoryLike, t: Words<'Story'>): string {
  if (place.position) return t(`mapNote.${place.position.precision}`);
  return t(origin === 'collected' || place.municipality === null ? 'noPosition' : 'noPositionWanted');
}

const LONGEST_ADDRESS = 60;

/** An address as people read it: without its protocol, and not endless. */
function shortAddress(href: string): string {
  const bare = href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return bare.length > LONGEST_ADDRESS ? `${bare.slice(0, LONGEST_ADDRESS)}…` : bare;
}
