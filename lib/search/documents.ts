import { sortKey } from '@/lib/serbian';
import { type IndexedText, toIndexTokens, type WordTally } from './analysis';
import { FACETS, type FacetName } from './schema';

/** The facets that are stored with the record; the others follow from its years and from today's date. */
export const STORED_FACETS = FACETS.filter((facet) => facet !== 'founded' && facet !== 'verified');
export type StoredFacet = Exclude<FacetName, 'founded' | 'verified'>;

/** A record as the tables have it, with all that search reads of it. */
export interface SourceRecord {
  id: number;
  nameSr: string;
  nameSrCyrl: string | null;
  nameEn: string | null;
  shortName: string | null;
  otherNames: string[];
  activitySr: string | null;
  activityEn: string | null;
  missionSr: string | null;
  missionEn: string | null;
  descriptionSr: string | null;
  descriptionEn: string | null;
  town: string | null;
  streetAddress: string | null;
  postalCode: string | null;
  municipalityId: string | null;
  municipality: string | null;
  districtCode: string | null;
  districtSr: string | null;
  districtEn: string | null;
  regionCode: string | null;
  regionSr: string | null;
  regionEn: string | null;
  lat: number | null;
  lng: number | null;
  precision: string | null;
  legalFormId: string | null;
  legalStatusId: string | null;
  basisId: string;
  sizeId: string | null;
  foundedYear: number | null;
  lastVerifiedOn: string | null;
  /** Milliseconds since 1970 */
  createdAt: number;
  /** Ids of its activities, groups, products and networks, in the order of the source. */
  terms: string[];
  website: boolean;
}

/** A term with everything by which search finds it. */
export interface SourceTerm {
  id: string;
  parentId: string | null;
  mark: string | null;
  labels: string[];
}

/** A record as the index has it: the five weighted columns, and what the columns in memory need. */
export interface SearchDocument {
  id: number;
  name: string;
  other: string;
  place: string;
  activity: string;
  description: string;
  facets: string;
  mark: string;
  lat: number | null;
  lng: number | null;
  foundedYear: number | null;
  verifiedOn: string | null;
  createdAt: number;
  keyLatn: string;
  keyCyrl: string;
}

/** Makes the index's entry of a record. @param words is shown every word of its texts */
export function toDocument(
  record: SourceRecord,
  terms: ReadonlyMap<string, SourceTerm>,
  words: WordTally,
): SearchDocument {
  const positioned = isPositioned(record);
  const fields = indexedTexts(record, terms);
  const tokens = (field: Field) => toIndexTokens(fields[field], words);
  const document = {
    id: record.id,
    name: tokens('name'),
    other: tokens('other'),
    place: tokens('place'),
    activity: tokens('activity'),
    description: tokens('description'),
    facets: JSON.stringify(STORED_FACETS.map((facet) => facetValues(record, facet, terms))),
    mark: markOf(record, terms),
    lat: positioned ? record.lat : null,
    lng: positioned ? record.lng : null,
    foundedYear: record.foundedYear,
    verifiedOn: record.lastVerifiedOn,
    createdAt: record.createdAt,
    keyLatn: sortKey(record.nameSr, 'Latn'),
    keyCyrl: sortKey(record.nameSrCyrl ?? record.nameSr, 'Cyrl'),
  };
  words.endRecord();
  return document;
}

type Field = 'name' | 'other' | 'place' | 'activity' | 'description';

/** The texts by which a record is found, by the column that weighs them. */
function indexedTexts(record: SourceRecord, terms: ReadonlyMap<string, SourceTerm>): Record<Field, IndexedText[]> {
  const hidden = record.precision === 'hidden';
  return {
    name: texts(true, record.nameSr, record.shortName),
    other: texts(true, record.nameSrCyrl, record.nameEn, ...record.otherNames),
    place: texts(
      true,
      record.town,
      record.municipality,
      record.districtSr,
      record.districtEn,
      record.regionSr,
      record.regionEn,
      hidden ? null : record.streetAddress,
      record.postalCode,
    ),
    activity: [...texts(false, record.activitySr, record.activityEn), ...texts(true, ...labelsOf(record, terms))],
    description: texts(false, record.missionSr, record.missionEn, record.descriptionSr, record.descriptionEn),
  };
}

/** Texts without repetitions: a town named like its municipality counts once. */
function texts(joined: boolean, ...all: (string | null)[]): IndexedText[] {
  const given = all.filter((text) => text !== null && text !== '') as string[];
  return [...new Set(given)].map((text) => ({ text, joined }));
}

/** Labels and synonyms of the record's terms and of all broader ones. */
function labelsOf(record: SourceRecord, terms: ReadonlyMap<string, SourceTerm>): string[] {
  const own = record.legalFormId === null ? record.terms : [...record.terms, record.legalFormId];
  const wanted = new Set<SourceTerm>();
  for (const id of own) {
    let term = terms.get(id);
    while (term && !wanted.has(term)) {
      wanted.add(term);
      term = term.parentId === null ? undefined : terms.get(term.parentId);
    }
  }
  return [...wanted].flatMap((term) => term.labels);
}

function facetValues(record: SourceRecord, facet: StoredFacet, terms: ReadonlyMap<string, SourceTerm>): string[] {
  switch (facet) {
    case 'basis':
      return codes([record.basisId]);
    case 'legalForm':
      return codes([record.legalFormId]);
    case 'legalStatus':
      return codes([record.legalStatusId]);
    case 'size':
      return codes([record.sizeId]);
    case 'region':
      return record.regionCode === null ? [] : [record.regionCode];
    case 'district':
      return record.districtCode === null ? [] : [record.districtCode];
    case 'municipality':
      return record.municipalityId === null ? [] : [record.municipalityId];
    case 'website':
      return record.website ? ['yes'] : [];
    case 'precision':
      return isPositioned(record) ? [record.precision ?? ''] : [];
    case 'activityField':
      return [...new Set(codes(ofTaxonomy(record, 'activity').map((id) => fieldOf(id, terms)?.id ?? null)))];
    case 'activity':
    case 'targetGroup':
    case 'product':
      return codes(ofTaxonomy(record, facet));
  }
}

const ofTaxonomy = (record: SourceRecord, taxonomy: string) =>
  record.terms.filter((id) => id.startsWith(`${taxonomy}:`));

function codes(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null).map((id) => id.slice(id.indexOf(':') + 1));
}

/** The field to which an activity belongs: its broader term. */
function fieldOf(activityId: string, terms: ReadonlyMap<string, SourceTerm>): SourceTerm | undefined {
  const field = terms.get(terms.get(activityId)?.parentId ?? '');
  return field?.id.startsWith('activityField:') ? field : undefined;
}

/** Mark of the first activity's field; the same rule as on the cards. */
function markOf(record: SourceRecord, terms: ReadonlyMap<string, SourceTerm>): string {
  return fieldOf(ofTaxonomy(record, 'activity')[0] ?? '', terms)?.mark ?? 'open';
}

function isPositioned(record: SourceRecord): boolean {
  return record.lat !== null && record.lng !== null && record.precision !== null && record.precision !== 'hidden';
}
