/** A word for a term in search, beside its labels. */
export interface Synonym {
  lang: 'sr' | 'en';
  text: string;
}

/** The same notion in another vocabulary, as a SKOS mapping. */
export interface TermLink {
  /** essglobal, nace or schema */
  scheme: string;
  uri: string;
  relation: 'exactMatch' | 'closeMatch' | 'broadMatch' | 'narrowMatch';
}

/** One term of a controlled vocabulary. Serbian labels are in Latin script. */
export interface Term {
  /** "taxonomy:code" */
  id: string;
  taxonomy: string;
  /** What stands in addresses and files; never changes. */
  code: string;
  /** Id of the broader term; an activity's is its field (`activityField:food`). */
  parentId: string | null;
  labelSr: string;
  /** Cyrillic label where the derived one would be wrong. */
  labelSrCyrl?: string | null;
  labelEn: string;
  /** No longer offered in forms; records that have it keep it. */
  retired?: boolean;
  /** Id of the term that took its place. */
  mergedInto?: string | null;
  noteSr: string | null;
  noteEn: string | null;
  position: number;
  /** The tile's mark; only on terms of `activityField`. */
  mark: string | null;
  synonyms: readonly Synonym[];
  links: readonly TermLink[];
}

export interface Taxonomy {
  code: string;
  nameSr: string;
  nameEn: string;
}

/** Statistical region. */
export interface Region {
  code: string;
  nameSr: string;
  nameEn: string;
}

/** District (okrug); the code is the number in ISO 3166-2:RS, "00" to "29". */
export interface District {
  code: string;
  nameSr: string;
  nameEn: string;
  regionCode: string;
}

/** City, municipality or city municipality; the position is that of its seat, degrees WGS84. */
export interface Municipality {
  /** Official code, or a readable id where the source has none (`beograd`, `nis-palilula`). */
  id: string;
  code: string | null;
  nameSr: string;
  level: 'city' | 'municipality' | 'city_municipality';
  districtCode: string;
  lat: number;
  lng: number;
}

/** Settlement with a known position (GeoNames), degrees WGS84. */
export interface Settlement {
  /** GeoNames id */
  id: number;
  nameSr: string;
  municipalityId: string;
  districtCode: string;
  lat: number;
  lng: number;
  /** As GeoNames has it (rounded, of mixed age); not census data. */
  population: number | null;
}

/** Everything of the reference tables, as read. */
export interface ReferenceTables {
  taxonomies: Taxonomy[];
  terms: Term[];
  regions: Region[];
  districts: District[];
  municipalities: Municipality[];
  settlements: Settlement[];
}
