import { fold } from '@/lib/serbian';
import type { District, Municipality, ReferenceTables, Region, Settlement, Taxonomy, Term } from './schema';

/** The vocabularies and the gazetteer in memory, with the look-ups that pages, search and the importer need. */
export interface Vocabularies {
  taxonomies: ReadonlyMap<string, Taxonomy>;
  term(taxonomy: string, code: string): Term | undefined;
  /** The code that a code means today: its successor's where the term was merged into another, else itself. */
  currentCode(taxonomy: string, code: string): string;
  /** By id, "taxonomy:code". */
  termById(id: string): Term | undefined;
  /** All terms of a taxonomy, by position and then by label; empty for an unknown taxonomy. */
  terms(taxonomy: string): readonly Term[];
  /** Direct narrower terms, in the order of `terms`. */
  children(id: string): readonly Term[];
  /** The broader terms, nearest first. */
  ancestors(term: Term): readonly Term[];
  regions: ReadonlyMap<string, Region>;
  /** By code, "00" to "29", in the order of the codes. */
  districts: ReadonlyMap<string, District>;
  /** By id, in the order of the names. */
  municipalities: ReadonlyMap<string, Municipality>;
  /** In the order of the names. */
  settlements: readonly Settlement[];
  /** By name in either script or in English, with or without the word for district, or by code ("20", "RS-20"). */
  resolveDistrict(name: string): District | null;
  /**
   * By name in either script, official code or id. Where a name is borne by several (Palilula), the district
   * decides; null when it is not known or still not certain.
   */
  resolveMunicipality(name: string, districtName?: string | null): Municipality | null;
}

/** Builds the look-ups; pure. */
export function buildVocabularies(tables: ReferenceTables): Vocabularies {
  const byId = new Map(tables.terms.map((term) => [term.id, term]));
  const byTaxonomy = groupBy(tables.terms, (term) => term.taxonomy);
  const byParent = groupBy(
    tables.terms.filter((term) => term.parentId !== null),
    (term) => term.parentId ?? '',
  );
  const districtsByName = indexBy(tables.districts, districtKeys);
  const municipalitiesByName = indexBy(tables.municipalities, municipalityKeys);

  const resolveDistrict = (name: string) => onlyOne(districtsByName.get(districtKey(name)));

  return {
    taxonomies: new Map(tables.taxonomies.map((taxonomy) => [taxonomy.code, taxonomy])),
    term: (taxonomy, code) => byId.get(`${taxonomy}:${code}`),
    currentCode: (taxonomy, code) => successorOf(byId.get(`${taxonomy}:${code}`), byId)?.code ?? code,
    termById: (id) => byId.get(id),
    terms: (taxonomy) => byTaxonomy.get(taxonomy) ?? [],
    children: (id) => byParent.get(id) ?? [],
    ancestors: (term) => ancestorsOf(term, byId),
    regions: new Map(tables.regions.map((region) => [region.code, region])),
    districts: new Map(tables.districts.map((district) => [district.code, district])),
    municipalities: new Map(tables.municipalities.map((municipality) => [municipality.id, municipality])),
    settlements: tables.settlements,
    resolveDistrict,
    resolveMunicipality(name, districtName) {
      const found = municipalitiesByName.get(fold(name).trim()) ?? [];
      if (!districtName) return onlyOne(found);
      const district = resolveDistrict(districtName);
      return onlyOne(found.filter((municipality) => municipality.districtCode === district?.code));
    },
  };
}

/** The last of the terms that took one another's place; the term itself when none did. */
function successorOf(term: Term | undefined, byId: ReadonlyMap<string, Term>): Term | undefined {
  const seen = new Set<Term>();
  let last = term;
  // A term that was restored after its merge stands for itself again; the second condition ends a ring.
  while (last?.retired && last.mergedInto && !seen.has(last)) {
    seen.add(last);
    const next = byId.get(last.mergedInto);
    if (next?.taxonomy !== last.taxonomy) break;
    last = next;
  }
  return last;
}

function ancestorsOf(term: Term, byId: ReadonlyMap<string, Term>): Term[] {
  const found: Term[] = [];
  let parent = term.parentId === null ? undefined : byId.get(term.parentId);
  // The second condition ends a ring, should one ever be written into the table by hand.
  while (parent && !found.includes(parent)) {
    found.push(parent);
    parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
  }
  return found;
}

function districtKeys(district: District): string[] {
  return [district.nameSr, district.nameEn, district.code, `RS-${district.code}`].map(districtKey);
}

/** Folded name without the words for "district" and "city of", which sources write or leave out. */
function districtKey(name: string): string {
  return fold(name)
    .trim()
    .replace(/^(grad|city of) /, '')
    .replace(/ ((upravni )?okrug|(administrative )?district)$/, '');
}

/** Folded names and codes: "Palilula (Niš)" answers to "Palilula" too, where the district tells which. */
function municipalityKeys(municipality: Municipality): string[] {
  const { id, code, nameSr } = municipality;
  return [nameSr, nameSr.replace(/ \(.*\)$/, ''), id, code ?? id].map((key) => fold(key).trim());
}

function onlyOne<T>(found: readonly T[] | undefined): T | null {
  return found?.length === 1 ? (found[0] ?? null) : null;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  return indexBy(items, (item) => [key(item)]);
}

/** Each item under each of its keys, once. */
function indexBy<T>(items: readonly T[], keys: (item: T) => string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = index.get(key);
      if (group) group.push(item);
      else index.set(key, [item]);
    }
  }
  return index;
}
