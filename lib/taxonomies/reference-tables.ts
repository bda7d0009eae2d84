import { fold } from '@/lib/serbian';
import { ReferenceDataError, type ReferenceRows } from './reference-files';

/** Rows of the reference files in the shape of the tables, ready to be written in this order. */
export interface ReferenceRecords {
  taxonomies: { code: string; nameSr: string; nameEn: string }[];
  terms: TermRecord[];
  synonyms: { termId: string; lang: string; text: string }[];
  links: { termId: string; scheme: string; uri: string; relation: string }[];
  regions: { code: string; nameSr: string; nameEn: string }[];
  districts: { code: string; nameSr: string; nameEn: string; regionCode: string }[];
  municipalities: MunicipalityRecord[];
  settlements: SettlementRecord[];
  glossary: GlossaryRecord[];
}

interface TermRecord {
  id: string;
  taxonomyCode: string;
  code: string;
  parentId: string | null;
  labelSr: string;
  labelEn: string;
  noteSr: string | null;
  noteEn: string | null;
  position: number;
  mark: string | null;
}

interface MunicipalityRecord {
  id: string;
  code: string | null;
  nameSr: string;
  level: string;
  districtCode: string;
  lat: number;
  lng: number;
}

interface SettlementRecord {
  id: number;
  nameSr: string;
  municipalityId: string;
  districtCode: string;
  lat: number;
  lng: number;
  population: number | null;
}

interface GlossaryRecord {
  id: string;
  sr: string;
  en: string;
  srAlso: string | null;
  enAlso: string | null;
  noteSr: string | null;
  noteEn: string | null;
}

/**
 * Turns file rows into table rows; pure.
 * @throws ReferenceDataError when the broader terms form a ring, or a settlement's municipality is not in the file
 */
export function toReferenceRecords(rows: ReferenceRows): ReferenceRecords {
  const named = (row: { code: string; name_sr: string; name_en: string }) => ({
    code: row.code,
    nameSr: row.name_sr,
    nameEn: row.name_en,
  });
  return {
    taxonomies: rows.taxonomies.map(named),
    terms: broaderFirst(rows.terms.map(toTerm)),
    synonyms: rows.synonyms.map((row) => ({ termId: termId(row), lang: row.lang, text: row.text })),
    links: rows.links.map((row) => ({ termId: termId(row), scheme: row.scheme, uri: row.uri, relation: row.relation })),
    regions: rows.regions.map(named),
    districts: rows.districts.map((row) => ({ ...named(row), regionCode: row.region_code })),
    municipalities: rows.places.map((row) => ({
      id: row.id,
      code: row.code,
      nameSr: row.name_sr_latn,
      level: row.level,
      districtCode: row.district_code,
      lat: row.lat,
      lng: row.lon,
    })),
    settlements: rows.settlements.map((row) => ({
      id: row.geonames_id,
      nameSr: row.name_sr_latn,
      municipalityId: municipalityIdOf(row, rows.places),
      districtCode: row.district_code,
      lat: row.lat,
      lng: row.lon,
      population: row.population,
    })),
    glossary: rows.glossary.map((row) => ({
      ...{ id: row.id, sr: row.sr, en: row.en, srAlso: row.sr_also, enAlso: row.en_also },
      ...{ noteSr: row.note_sr, noteEn: row.note_en },
    })),
  };
}

/**
 * Names what a term, a synonym or a link refers to and neither the files nor the tables have; without it the
 * database would only say that a foreign key failed.
 * @throws ReferenceDataError
 */
export function checkReferences(
  wanted: ReferenceRecords,
  existing: { taxonomies: readonly { code: string }[]; terms: readonly { id: string }[] },
): void {
  const taxonomies = new Set([...existing.taxonomies, ...wanted.taxonomies].map((taxonomy) => taxonomy.code));
  const terms = new Set([...existing.terms, ...wanted.terms].map((term) => term.id));
  const fail = (file: string, what: string): never => {
    throw new ReferenceDataError(`${file}: ${what} does not exist`);
  };
  for (const term of wanted.terms) {
    if (!taxonomies.has(term.taxonomyCode)) fail('terms.csv', `taxonomy ${term.taxonomyCode}`);
    if (term.parentId !== null && !terms.has(term.parentId))
      fail('terms.csv', `${term.parentId}, parent of ${term.id},`);
  }
  for (const synonym of wanted.synonyms) if (!terms.has(synonym.termId)) fail('synonyms.csv', synonym.termId);
  for (const link of wanted.links) if (!terms.has(link.termId)) fail('links.csv', link.termId);
}

const termId = (row: { taxonomy: string; code: string }) => `${row.taxonomy}:${row.code}`;

function toTerm(row: ReferenceRows['terms'][number]): TermRecord {
  return {
    id: termId(row),
    taxonomyCode: row.taxonomy,
    code: row.code,
    // A parent in the same vocabulary is written by its code alone.
    parentId: row.parent === null || row.parent.includes(':') ? row.parent : `${row.taxonomy}:${row.parent}`,
    labelSr: row.label_sr,
    labelEn: row.label_en,
    noteSr: row.note_sr,
    noteEn: row.note_en,
    position: row.position,
    mark: row.mark,
  };
}

/** Broader terms before narrower ones, because the table's foreign key asks for it; otherwise in the order given. */
function broaderFirst(terms: TermRecord[]): TermRecord[] {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const depth = (term: TermRecord, seen: Set<string>): number => {
    if (seen.has(term.id)) throw new ReferenceDataError(`terms.csv: the broader terms of ${term.id} form a ring`);
    const parent = term.parentId === null ? undefined : byId.get(term.parentId);
    return parent ? 1 + depth(parent, seen.add(term.id)) : 0;
  };
  return terms
    .map((term) => ({ term, depth: depth(term, new Set()) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ term }) => term);
}

/** By official code; Beograd and Niš as a whole have none, so by name and district. */
function municipalityIdOf(row: ReferenceRows['settlements'][number], places: ReferenceRows['places']): string {
  const found = places.find((place) =>
    row.municipality_code === null
      ? place.code === null &&
        place.district_code === row.district_code &&
        fold(place.name_sr_latn) === fold(row.municipality_sr_latn)
      : place.code === row.municipality_code,
  );
  if (found) return found.id;
  throw new ReferenceDataError(
    `settlements-rs.csv, ${row.name_sr_latn}: places-rs.csv has no municipality ${row.municipality_sr_latn}`,
  );
}
