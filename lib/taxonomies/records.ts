import 'server-only';
import type Database from 'better-sqlite3';
import type {
  District,
  Municipality,
  ReferenceTables,
  Region,
  Settlement,
  Synonym,
  Taxonomy,
  Term,
  TermLink,
} from './schema';

/** Reads all reference tables (about 900 rows and as many synonyms) in the order in which they are shown. */
export function readReferenceTables(connection: Database.Database): ReferenceTables {
  const all = <Row>(sql: string) => connection.prepare(sql).all() as Row[];
  const synonyms = byTerm(all<Synonym & OfTerm>('SELECT "termId", "lang", "text" FROM "TermSynonym" ORDER BY "id"'));
  const links = byTerm(
    all<TermLink & OfTerm>('SELECT "termId", "scheme", "uri", "relation" FROM "TermLink" ORDER BY "id"'),
  );
  const terms = all<Omit<Term, 'synonyms' | 'links' | 'retired'> & { retired: number }>(
    `SELECT "id", "taxonomyCode" AS "taxonomy", "code", "parentId", "labelSr", "labelSrCyrl", "labelEn", "noteSr", "noteEn",
       "position", "mark", "retiredAt" IS NOT NULL AS "retired", "mergedInto"
     FROM "TaxonomyTerm" ORDER BY "taxonomyCode", "position", "labelSr"`,
  );
  return {
    taxonomies: all<Taxonomy>('SELECT "code", "nameSr", "nameEn" FROM "Taxonomy" ORDER BY "code"'),
    terms: terms.map((term) => ({
      ...term,
      retired: term.retired === 1,
      synonyms: (synonyms.get(term.id) ?? []).map(({ lang, text }) => ({ lang, text })),
      links: (links.get(term.id) ?? []).map(({ scheme, uri, relation }) => ({ scheme, uri, relation })),
    })),
    regions: all<Region>('SELECT "code", "nameSr", "nameEn" FROM "Region" ORDER BY "nameSr"'),
    districts: all<District>('SELECT "code", "nameSr", "nameEn", "regionCode" FROM "District" ORDER BY "code"'),
    municipalities: all<Municipality>(
      'SELECT "id", "code", "nameSr", "level", "districtCode", "lat", "lng" FROM "Municipality" ORDER BY "nameSr"',
    ),
    settlements: all<Settlement>(
      'SELECT "id", "nameSr", "municipalityId", "districtCode", "lat", "lng", "population" FROM "Settlement" ORDER BY "nameSr", "id"',
    ),
  };
}

interface OfTerm {
  termId: string;
}

function byTerm<Row extends OfTerm>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.termId);
    if (group) group.push(row);
    else groups.set(row.termId, [row]);
  }
  return groups;
}
