import type { EnterpriseName } from '@/lib/enterprises/types';
import type { Rendition } from '@/lib/files/schema';
import type { Precision } from '@/lib/geo/types';
import type { TextLang } from './texts';
import type {
  DocumentOfStory,
  PhotoOfStory,
  StoryLike,
  StoryListItem,
  StoryOrganisation,
  StoryOrigin,
  StoryPlace,
  StoryRecord,
  StoryWords,
} from './types';

/**
 * Rows of the reading side, by hand-written SQL (docs/decisions/0009-reads.md). Every column is named, so none leaks by
 * accident: no reference of a submission, no contact.
 */
const CARD_COLUMNS = `
  s.id, s.slug, s.origin, s.organisationName, s.period, s.startMonth, s.endMonth, s.ongoing,
  s.place, s.municipalityId, m.nameSr AS municipalityNameSr, s.districtCode, d.nameSr AS districtNameSr,
  d.nameEn AS districtNameEn, s.countryCode, s.lat, s.lng, s.precision,
  s.sourceUrl, s.sourceTitle, s.sourceReadOn, s.publishedAt, s.photos,
  e.id AS enterpriseId, e.slug AS enterpriseSlug, e.nameSr AS enterpriseNameSr, e.nameSrCyrl AS enterpriseNameSrCyrl,
  e.nameEn AS enterpriseNameEn,
  sr.title AS titleSr, en.title AS titleEn, sr.summary AS summarySr, en.summary AS summaryEn,
  (SELECT json_group_array(t.termId) FROM (
     SELECT termId FROM StoryTerm WHERE storyId = s.id ORDER BY position, termId) t) AS terms`;

const FROM = `FROM Story s
  LEFT JOIN StoryText sr ON sr.storyId = s.id AND sr.lang = 'sr'
  LEFT JOIN StoryText en ON en.storyId = s.id AND en.lang = 'en'
  LEFT JOIN Enterprise e ON e.id = s.enterpriseId AND e.publication = 'published'
  LEFT JOIN Municipality m ON m.id = s.municipalityId
  LEFT JOIN District d ON d.code = s.districtCode`;

const RECORD_COLUMNS = `${CARD_COLUMNS},
  s.reference, s.role, s.authorName, s.licence, s.peopleReached, s.stillAlive, s.practiceOther, s.partners, s.links,
  s.documents, s.confirmedOn, s.updatedAt,
  (SELECT json_group_array(json_object('lang', t.lang, 'title', t.title, 'summary', t.summary, 'problem', t.problem,
     'whatWasDone', t.whatWasDone, 'results', t.results, 'resources', t.resources, 'supportNote', t.supportNote,
     'difficulties', t.difficulties, 'whatWouldHelp', t.whatWouldHelp, 'transfer', t.transfer, 'translated', t.translated))
     FROM StoryText t WHERE t.storyId = s.id) AS texts,
  (SELECT json_group_array(json_object('key', f.key, 'name', f.originalName, 'bytes', f.bytes, 'pages', f.pages,
     'renditions', json(f.renditions)))
     FROM StoredFile f WHERE f.submissionId = s.submissionId AND f.isPublic) AS files`;

/** Only these are public; the one definition of it on the reading side. */
export const PUBLIC = `s.publication = 'published'`;

export const SELECT_STORY_CARD = `SELECT ${CARD_COLUMNS} ${FROM}`;
export const SELECT_STORY = `SELECT ${RECORD_COLUMNS} ${FROM}`;

export interface StoryCardRow {
  id: number;
  slug: string;
  origin: string;
  organisationName: string | null;
  period: string | null;
  startMonth: string | null;
  endMonth: string | null;
  ongoing: number | null;
  place: string | null;
  municipalityId: string | null;
  municipalityNameSr: string | null;
  districtCode: string | null;
  districtNameSr: string | null;
  districtNameEn: string | null;
  countryCode: string | null;
  lat: number | null;
  lng: number | null;
  precision: string | null;
  sourceUrl: string | null;
  sourceTitle: string | null;
  sourceReadOn: string | null;
  publishedAt: string | number;
  photos: string;
  enterpriseId: number | null;
  enterpriseSlug: string | null;
  enterpriseNameSr: string | null;
  enterpriseNameSrCyrl: string | null;
  enterpriseNameEn: string | null;
  titleSr: string | null;
  titleEn: string | null;
  summarySr: string | null;
  summaryEn: string | null;
  terms: string;
}

export interface StoryRow extends StoryCardRow {
  reference: string | null;
  role: string | null;
  authorName: string | null;
  licence: string | null;
  peopleReached: number | null;
  stillAlive: string | null;
  practiceOther: string | null;
  partners: string;
  links: string;
  documents: string;
  confirmedOn: string | null;
  updatedAt: string | number;
  texts: string;
  files: string;
}

function toOrganisation(row: StoryCardRow): StoryOrganisation {
  const { enterpriseId, enterpriseSlug, enterpriseNameSr } = row;
  const isListed = enterpriseId !== null && enterpriseSlug !== null && enterpriseNameSr !== null;
  const name = (): EnterpriseName => ({
    sr: enterpriseNameSr ?? '',
    srCyrl: row.enterpriseNameSrCyrl,
    en: row.enterpriseNameEn,
  });
  return {
    name: row.organisationName,
    record: isListed ? { id: enterpriseId, slug: enterpriseSlug, name: name() } : null,
  };
}

function toPlace(row: StoryCardRow): StoryPlace {
  const { place, municipalityId, districtCode, countryCode, lat, lng, precision } = row;
  return {
    town: place,
    municipality: municipalityId === null ? null : { id: municipalityId, nameSr: row.municipalityNameSr ?? '' },
    district:
      districtCode === null
        ? null
        : { code: districtCode, nameSr: row.districtNameSr ?? '', nameEn: row.districtNameEn },
    countryCode,
    position:
      lat === null || lng === null || precision === null ? null : { lat, lng, precision: precision as Precision },
  };
}

/** A row of `SELECT_STORY_CARD` as the list shows it. */
export function toStoryListItem(row: StoryCardRow): StoryListItem {
  const terms = JSON.parse(row.terms) as string[];
  return {
    id: row.id,
    slug: row.slug,
    origin: row.origin as StoryOrigin,
    title: { sr: row.titleSr, en: row.titleEn },
    summary: { sr: row.summarySr, en: row.summaryEn },
    organisation: toOrganisation(row),
    place: toPlace(row),
    period: row.period as StoryListItem['period'],
    startMonth: row.startMonth,
    endMonth: row.endMonth,
    ongoing: row.ongoing === 1,
    practiceTypes: codesOf(terms, 'practiceType'),
    beneficiaries: codesOf(terms, 'beneficiary'),
    hasPhotos: row.photos !== '[]',
    source: row.sourceUrl === null ? null : { url: row.sourceUrl, title: row.sourceTitle, readOn: row.sourceReadOn },
    publishedAt: new Date(row.publishedAt),
  };
}

function codesOf(termIds: readonly string[], taxonomy: string): string[] {
  return termIds.filter((id) => id.startsWith(`${taxonomy}:`)).map((id) => id.slice(taxonomy.length + 1));
}

/** A row of `SELECT_STORY` as everything public of it. */
export function toStoryRecord(row: StoryRow): StoryRecord {
  const terms = JSON.parse(row.terms) as string[];
  const { title: _title, summary: _summary, hasPhotos: _hasPhotos, ...item } = toStoryListItem(row);
  return {
    ...item,
    reference: row.reference,
    texts: toTexts(row.texts),
    role: row.role as StoryLike['role'],
    authorName: row.authorName,
    licence: row.licence as StoryLike['licence'],
    peopleReached: row.peopleReached,
    stillAlive: row.stillAlive as StoryLike['stillAlive'],
    practiceOther: row.practiceOther,
    supporters: codesOf(terms, 'supporter'),
    contentLabels: codesOf(terms, 'contentLabel'),
    partners: JSON.parse(row.partners) as string[],
    links: JSON.parse(row.links) as string[],
    ...toFiles(row),
    confirmedOn: row.confirmedOn,
    updatedAt: new Date(row.updatedAt),
  };
}

function toTexts(json: string): StoryRecord['texts'] {
  const rows = JSON.parse(json) as (Omit<StoryWords, 'translated'> & { lang: TextLang; translated: number })[];
  return Object.fromEntries(
    rows.map(({ lang, translated, ...texts }) => [lang, { ...texts, translated: translated === 1 }]),
  );
}

interface FileOfRow {
  key: string;
  name: string;
  bytes: number;
  pages: number | null;
  renditions: Rendition[];
}

/** The files that the story names, in its order; one that is not there any more is left out. */
function toFiles(row: StoryRow): { photos: PhotoOfStory[]; documents: DocumentOfStory[] } {
  const files = new Map((JSON.parse(row.files) as FileOfRow[]).map((file) => [file.key, file]));
  const photos = JSON.parse(row.photos) as { file: string; alt: string; author: string }[];
  const documents = JSON.parse(row.documents) as string[];
  return {
    photos: photos.flatMap(({ file: key, alt, author }) => {
      const file = files.get(key);
      if (!file) return [];
      const sizes = file.renditions.filter(({ name, format }) => name !== 'original' && format === 'jpg');
      return [{ key, alt, author, sizes: sizes.map(({ name, width, height }) => ({ name, width, height })) }];
    }),
    documents: documents.flatMap((key) => {
      const file = files.get(key);
      return file ? [{ key, name: file.name, bytes: file.bytes, pages: file.pages ?? 0 }] : [];
    }),
  };
}
