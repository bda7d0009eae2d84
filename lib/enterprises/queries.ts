import 'server-only';
import type Database from 'better-sqlite3';
import { reader } from '@/lib/db';
import { distanceKm } from '@/lib/geo/distance';
import type { LatLng } from '@/lib/geo/types';
import { type CardRow, PUBLIC, type RecordRow, SELECT_CARD, SELECT_RECORD, toListItem, toRecord } from './records';
import type { EnterpriseListItem, EnterpriseRecord } from './types';

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

// Preparing costs more than running, so each statement is prepared once for each connection.
function prepared(sql: string): Database.Statement {
  const connection = reader();
  const ofConnection = statements.get(connection) ?? new Map<string, Database.Statement>();
  statements.set(connection, ofConnection);
  const statement = ofConnection.get(sql) ?? connection.prepare(sql);
  ofConnection.set(sql, statement);
  return statement;
}

/** The public records with these ids, in the order of the ids; an id that is not public is left out. */
export function listEnterprises(ids: readonly number[]): EnterpriseListItem[] {
  const rows = prepared(
    `${SELECT_CARD} JOIN json_each(?) wanted ON wanted.value = e.id WHERE ${PUBLIC} ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as CardRow[];
  return rows.map(toListItem);
}

/** The public records with these ids, whole, in the order of the ids. */
export function listRecords(ids: readonly number[]): EnterpriseRecord[] {
  const rows = prepared(
    `${SELECT_RECORD} JOIN json_each(?) wanted ON wanted.value = e.id WHERE ${PUBLIC} ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as RecordRow[];
  return rows.map(toRecord);
}

/**
 * A public record by its slug or its id.
 * @returns the record; the present slug when this one is an old one; null when there is no such record
 */
export function findEnterprise(slugOrId: string): EnterpriseRecord | { movedTo: string } | null {
  const row = prepared(`${SELECT_RECORD} WHERE e.slug = ? AND ${PUBLIC}`).get(slugOrId) as RecordRow | undefined;
  if (row) return toRecord(row);
  const moved = prepared(
    `SELECT e.slug FROM SlugAlias a JOIN Enterprise e ON e.id = a.enterpriseId WHERE a.slug = ? AND ${PUBLIC}`,
  ).get(slugOrId) as { slug: string } | undefined;
  if (moved) return { movedTo: moved.slug };
  if (!/^[1-9]\d{0,9}$/.test(slugOrId)) return null;
  const byId = prepared(`${SELECT_RECORD} WHERE e.id = ? AND ${PUBLIC}`).get(Number(slugOrId)) as RecordRow | undefined;
  if (byId) return toRecord(byId);
  const partOf = prepared(
    `SELECT e.slug FROM Enterprise m JOIN Enterprise e ON e.id = m.mergedIntoId WHERE m.id = ? AND ${PUBLIC}`,
  ).get(Number(slugOrId)) as { slug: string } | undefined;
  return partOf ? { movedTo: partOf.slug } : null;
}

/** The records that came last into the directory, newest first. */
export function listNewest(limit: number): EnterpriseListItem[] {
  const rows = prepared(`${SELECT_CARD} WHERE ${PUBLIC} ORDER BY e.createdAt DESC, e.id DESC LIMIT ?`).all(limit);
  return (rows as CardRow[]).map(toListItem);
}

/** A record and how far it is from another, in kilometres. */
export interface Nearby {
  item: EnterpriseListItem;
  distanceKm: number;
}

// Degrees to each side, tried in turn: about 3, 11 and 55 km north to south, and a third less east to west. The first
// holds enough neighbours in a town, where the widest would hold thousands.
const NEARBY_DEGREES = [0.03, 0.1, 0.5];

/** Other records within about 40 km of a point, nearest first. */
export function listNearby(point: LatLng, exceptId: number, limit: number): Nearby[] {
  let nearest: { id: number; distanceKm: number }[] = [];
  for (const degrees of NEARBY_DEGREES) {
    // Half of the side is a circle that surely lies inside the box, so that nothing nearer can lie outside it.
    const sureKm = distanceKm(point, { lat: point.lat, lng: point.lng + degrees });
    nearest = positionsAround(point, degrees)
      .filter((row) => row.id !== exceptId)
      .map((row) => ({ id: row.id, distanceKm: distanceKm(point, row) }))
      .sort((a, b) => a.distanceKm - b.distanceKm || a.id - b.id)
      .slice(0, limit);
    if (nearest.length === limit && nearest.every((row) => row.distanceKm <= sureKm)) break;
  }
  const distances = new Map(nearest.map(({ id, distanceKm: km }) => [id, km]));
  return listEnterprises(nearest.map(({ id }) => id)).map((item) => ({
    item,
    distanceKm: distances.get(item.id) ?? 0,
  }));
}

function positionsAround({ lat, lng }: LatLng, degrees: number): { id: number; lat: number; lng: number }[] {
  return prepared(
    `SELECT e.id, e.lat, e.lng FROM Enterprise e
     WHERE e.lat BETWEEN ? AND ? AND e.lng BETWEEN ? AND ? AND ${PUBLIC} AND e.precision <> 'hidden'`,
  ).all(lat - degrees, lat + degrees, lng - degrees, lng + degrees) as { id: number; lat: number; lng: number }[];
}

/** Records of one term that are looked at to each side of a record, by id. */
const SIMILAR_CANDIDATES = 100;

/**
 * Other records that share most activities, groups and products with a record; the same district breaks ties. In a
 * directory of thousands only the records entered about the same time are compared, so that the time stays flat.
 */
export function listSimilar(record: EnterpriseRecord, limit: number): EnterpriseListItem[] {
  const found: number[] = [];
  for (const ids of groupsBySharedTerms(record)) {
    const wanted = limit - found.length;
    if (wanted <= 0) break;
    found.push(...firstPublic(ids, record.place.district?.code ?? null, wanted));
  }
  return listEnterprises(found);
}

/** Ids of the records that share terms with a record: those that share most, then those that share one less, and so on. */
function groupsBySharedTerms(record: EnterpriseRecord): string[][] {
  // As one text, because a row for each of a thousand ids costs more than finding them.
  const side = (comparison: '<' | '>', order: 'DESC' | 'ASC') =>
    prepared(
      `SELECT group_concat(enterpriseId) FROM (SELECT enterpriseId FROM EnterpriseTerm
       WHERE termId = ? AND enterpriseId ${comparison} ? ORDER BY enterpriseId ${order} LIMIT ${SIMILAR_CANDIDATES})`,
    ).pluck();
  const sides = [side('<', 'DESC'), side('>', 'ASC')];
  const shared = new Map<string, number>();
  for (const termId of termIdsOf(record)) {
    for (const statement of sides) {
      const ids = statement.get(termId, record.id) as string | null;
      for (const id of ids?.split(',') ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
  }
  const groups: string[][] = [];
  for (const [id, terms] of shared) {
    groups[terms] ??= [];
    groups[terms].push(id);
  }
  return groups.filter((ids) => ids !== undefined).reverse();
}

/** The first of these records that are public: those of a district, then by id. */
function firstPublic(ids: readonly string[], district: string | null, limit: number): number[] {
  return prepared(
    `SELECT e.id FROM json_each(?) wanted JOIN Enterprise e ON e.id = wanted.value
     WHERE ${PUBLIC} ORDER BY e.districtCode IS ? DESC, e.id LIMIT ?`,
  )
    .pluck()
    .all(`[${ids.join()}]`, district, limit) as number[];
}

function termIdsOf({ activities, targetGroups, products }: EnterpriseRecord): string[] {
  return [
    ...activities.map((code) => `activity:${code}`),
    ...targetGroups.map((code) => `targetGroup:${code}`),
    ...products.map((code) => `product:${code}`),
  ];
}

/** One tile of the home page's cloth. */
export interface ClothTile {
  id: number;
  slug: string;
  nameSr: string;
  nameSrCyrl: string | null;
  nameEn: string | null;
  legalForm: string | null;
  mark: string;
}

/** Up to `limit` public records as tiles, from north to south and west to east; those without a place come last. */
export function listCloth(limit: number): ClothTile[] {
  return prepared(
    `SELECT e.id, e.slug, e.nameSr, e.nameSrCyrl, e.nameEn,
       substr(e.legalFormId, instr(e.legalFormId, ':') + 1) AS legalForm,
       coalesce((SELECT p.mark FROM EnterpriseTerm et
         JOIN TaxonomyTerm a ON a.id = et.termId AND a.taxonomyCode = 'activity' JOIN TaxonomyTerm p ON p.id = a.parentId
         WHERE et.enterpriseId = e.id ORDER BY et.position, et.termId LIMIT 1), 'open') AS mark
     FROM Enterprise e WHERE ${PUBLIC}
     ORDER BY e.lat IS NULL OR e.precision = 'hidden', e.lat DESC, e.lng, e.id LIMIT ?`,
  ).all(limit) as ClothTile[];
}

/** Address and day of the last change of every public record, for the sitemap; ordered by id. */
export function listAddresses(): { slug: string; updatedAt: Date }[] {
  const rows = prepared(`SELECT e.slug, e.updatedAt FROM Enterprise e WHERE ${PUBLIC} ORDER BY e.id`).all() as {
    slug: string;
    updatedAt: string | number;
  }[];
  return rows.map((row) => ({ slug: row.slug, updatedAt: new Date(row.updatedAt) }));
}
