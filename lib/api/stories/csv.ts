import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { inScript } from '@/lib/serbian';
import { licencePage, organisationName } from '@/lib/stories/present';
import type { TextField, TextLang } from '@/lib/stories/texts';
import type { StoryRecord } from '@/lib/stories/types';
import { type CsvColumn, csvTable } from '../csv-table';

type Column = CsvColumn<StoryRecord>;

const scripted = (text: string | null, locale: Locale) =>
  text === null ? null : inScript(text, locale === 'en' ? 'sr-Latn' : locale);

/** A text in a language of its own; Serbian in the script that was asked for. */
const text =
  (field: TextField, lang: TextLang): Column[1] =>
  (story, locale) => {
    const told = story.texts[lang]?.[field] ?? null;
    return lang === 'en' ? told : scripted(told, locale);
  };

const BOTH: readonly TextField[] = [
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
];
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns of the export; a text stands in both languages side by side. */
const COLUMNS: readonly Column[] = [
  ['id', (s) => s.id],
  ['slug', (s) => s.slug],
  ['url', (s, locale, site) => `${site}${hrefFor(locale, '/stories/[slug]', { slug: s.slug })}`],
  ['origin', (s) => s.origin],
  ...BOTH.flatMap((field): Column[] => [
    [`${snake(field)}_sr`, text(field, 'sr')],
    [`${snake(field)}_en`, text(field, 'en')],
  ]),
  ['organisation', (s, locale) => organisationName(s.organisation, locale)],
  ['enterprise_id', (s) => s.organisation.record?.id ?? null],
  ['role', (s) => s.role],
  ['author', (s, locale) => scripted(s.authorName, locale)],
  ['place', (s, locale) => scripted(s.place.town, locale)],
  ['municipality', (s, locale) => scripted(s.place.municipality?.nameSr ?? null, locale)],
  ['district', (s, locale) => scripted(s.place.district?.nameSr ?? null, locale)],
  ['district_code', (s) => s.place.district?.code ?? null],
  ['country_code', (s) => s.place.countryCode],
  ['lat', (s) => s.place.position?.lat ?? null],
  ['lon', (s) => s.place.position?.lng ?? null],
  ['geo_precision', (s) => s.place.position?.precision ?? null],
  ['period', (s) => s.period],
  ['start_month', (s) => s.startMonth],
  ['end_month', (s) => s.endMonth],
  ['ongoing', (s) => (s.ongoing ? 'yes' : null)],
  ['practice_types', (s) => s.practiceTypes.join(';')],
  ['practice_other', (s, locale) => scripted(s.practiceOther, locale)],
  ['beneficiaries', (s) => s.beneficiaries.join(';')],
  ['people_reached', (s) => s.peopleReached],
  ['supporters', (s) => s.supporters.join(';')],
  ['partners', (s, locale) => s.partners.map((name) => scripted(name, locale)).join(';')],
  ['still_alive', (s) => s.stillAlive],
  ['confirmed_on', (s) => s.confirmedOn],
  ['content_labels', (s) => s.contentLabels.join(';')],
  ['links', (s) => s.links.join(' ')],
  ['source_url', (s) => s.source?.url ?? null],
  ['read_on', (s) => s.source?.readOn ?? null],
  ['published_on', (s) => s.publishedAt.toISOString().slice(0, 10)],
  ['licence', (s) => licencePage(s.licence) ?? s.licence],
];

const TABLE = csvTable(COLUMNS);

/** The line of column names, with the byte order mark before it. */
export const storyCsvHeader = TABLE.header;

/** Lines for some stories. */
export const storyCsvLines = TABLE.lines;
