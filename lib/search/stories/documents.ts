import { countryNames } from '@/lib/i18n/countries';
import { sortKey } from '@/lib/serbian';
import type { StoryTexts } from '@/lib/stories/texts';
import { type IndexedText, toIndexTokens, type WordTally } from '../analysis';
import type { SearchDocument, SourceTerm } from '../documents';
import { STORY_FACETS, type StoryFacet } from './schema';

/** A story as the tables have it, with all that search reads of it. */
export interface StorySource {
  id: number;
  origin: string;
  organisationName: string | null;
  /** The record of the directory, where it is public. */
  enterpriseId: number | null;
  enterpriseNameSr: string | null;
  enterpriseNameSrCyrl: string | null;
  enterpriseNameEn: string | null;
  period: string | null;
  /** YYYY-MM */
  startMonth: string | null;
  practiceOther: string | null;
  partners: string[];
  place: string | null;
  municipality: string | null;
  districtCode: string | null;
  districtSr: string | null;
  districtEn: string | null;
  regionSr: string | null;
  regionEn: string | null;
  countryCode: string | null;
  lat: number | null;
  lng: number | null;
  precision: string | null;
  confirmedOn: string | null;
  /** Milliseconds since 1970 */
  publishedAt: number;
  /** Serbian first. */
  texts: StoryTexts[];
  terms: string[];
}

/** Code of the mark that all stories bear on the map. */
const STORY_MARK = 'story';

/** Makes the index's entry of a story. @param words is shown every word of its texts */
export function toStoryDocument(
  story: StorySource,
  terms: ReadonlyMap<string, SourceTerm>,
  words: WordTally,
): SearchDocument {
  const fields = indexedTexts(story, terms);
  const tokens = (field: keyof typeof fields) => toIndexTokens(fields[field], words);
  const title = story.texts[0]?.title ?? '';
  const positioned = isPositioned(story);
  const document = {
    id: story.id,
    name: tokens('name'),
    other: tokens('other'),
    place: tokens('place'),
    activity: tokens('activity'),
    description: tokens('description'),
    facets: JSON.stringify(STORY_FACETS.map((facet) => facetValues(story, facet))),
    mark: STORY_MARK,
    lat: positioned ? story.lat : null,
    lng: positioned ? story.lng : null,
    foundedYear: yearOf(story),
    verifiedOn: story.confirmedOn,
    createdAt: story.publishedAt,
    keyLatn: sortKey(title, 'Latn'),
    keyCyrl: sortKey(title, 'Cyrl'),
  };
  words.endRecord();
  return document;
}

const isPositioned = ({ lat, lng, precision }: StorySource) => lat !== null && lng !== null && precision !== null;

/** Year in which it began; null where that is not told. */
function yearOf({ startMonth }: StorySource): number | null {
  return startMonth === null ? null : Number(startMonth.slice(0, 4));
}

/** The texts by which a story is found, by the column that weighs them. */
function indexedTexts(story: StorySource, terms: ReadonlyMap<string, SourceTerm>) {
  const of = (...fields: (keyof StoryTexts)[]) => story.texts.flatMap((text) => fields.map((field) => text[field]));
  return {
    name: texts(true, ...of('title')),
    other: texts(
      true,
      story.organisationName,
      story.enterpriseNameSr,
      story.enterpriseNameSrCyrl,
      story.enterpriseNameEn,
      ...story.partners,
    ),
    place: texts(
      true,
      story.place,
      story.municipality,
      story.districtSr,
      story.districtEn,
      story.regionSr,
      story.regionEn,
      ...(story.countryCode === null ? [] : countryNames(story.countryCode)),
    ),
    activity: [...texts(false, ...of('summary')), ...texts(true, story.practiceOther, ...labelsOf(story, terms))],
    description: texts(
      false,
      ...of('problem', 'whatWasDone', 'results', 'resources', 'supportNote', 'difficulties'),
      ...of('whatWouldHelp', 'transfer'),
    ),
  };
}

/** Texts without repetitions. */
function texts(joined: boolean, ...all: (string | null)[]): IndexedText[] {
  const given = all.filter((text) => text !== null && text !== '') as string[];
  return [...new Set(given)].map((text) => ({ text, joined }));
}

/** Labels and synonyms of the story's terms. */
function labelsOf({ terms: ids }: StorySource, terms: ReadonlyMap<string, SourceTerm>): string[] {
  return ids.flatMap((id) => terms.get(id)?.labels ?? []);
}

function facetValues(story: StorySource, facet: StoryFacet): string[] {
  switch (facet) {
    case 'practiceType':
    case 'beneficiary':
      return story.terms.filter((id) => id.startsWith(`${facet}:`)).map((id) => id.slice(facet.length + 1));
    case 'period':
      return optional(story.period);
    case 'year':
      return optional(yearOf(story));
    case 'country':
      return optional(story.countryCode);
    case 'district':
      return optional(story.districtCode);
    case 'organisation':
      return optional(story.enterpriseId);
    case 'inDirectory':
      return [story.enterpriseId === null ? 'no' : 'yes'];
    case 'origin':
      return [story.origin];
    case 'precision':
      return isPositioned(story) ? optional(story.precision) : [];
  }
}

const optional = (value: string | number | null) => (value === null ? [] : [String(value)]);
