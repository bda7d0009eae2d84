import type { Precision } from '@/lib/geo/types';
import type {
  EnterpriseContact,
  EnterpriseListItem,
  EnterprisePlace,
  EnterpriseRecord,
  FactRef,
  SourceRef,
} from './types';

/**
 * Rows of the reading side. Cards are read by hand-written SQL, not by Prisma: twenty cards cost 0.3 ms
 * instead of several, which is what a page of the directory may cost in all (docs/decisions/0009-reads.md).
 * Every column is named, so none leaks by accident.
 */
const CARD_COLUMNS = `
  e.id, e.slug, e.nameSr, e.nameSrCyrl, e.nameEn, e.legalFormId, e.basisId, e.activitySr, e.activityEn,
  e.town, e.municipalityId, m.code AS municipalityCode, m.nameSr AS municipalityNameSr,
  e.districtCode, d.nameSr AS districtNameSr, d.nameEn AS districtNameEn, e.streetAddress, e.postalCode,
  e.lat, e.lng, e.precision, e.foundedYear, e.lastVerifiedOn,
  (SELECT c.value FROM Contact c WHERE c.enterpriseId = e.id AND c.kind = 'website' ORDER BY c.id LIMIT 1) AS website,
  (SELECT json_group_array(t.termId) FROM (
     SELECT termId FROM EnterpriseTerm WHERE enterpriseId = e.id ORDER BY position, termId) t) AS terms,
  (SELECT p.mark FROM EnterpriseTerm et JOIN TaxonomyTerm a ON a.id = et.termId AND a.taxonomyCode = 'activity'
     JOIN TaxonomyTerm p ON p.id = a.parentId
     WHERE et.enterpriseId = e.id ORDER BY et.position, et.termId LIMIT 1) AS mark,
  (SELECT json_object('id', s.id, 'url', s.url, 'title', s.title, 'publisher', s.publisher, 'retrievedOn', s.retrievedOn)
     FROM FactSource f JOIN Source s ON s.id = f.sourceId
     WHERE f.enterpriseId = e.id AND f.value IS NULL ORDER BY f.id LIMIT 1) AS source`;

const FROM = `FROM Enterprise e
  LEFT JOIN Municipality m ON m.id = e.municipalityId
  LEFT JOIN District d ON d.code = e.districtCode`;

const RECORD_COLUMNS = `${CARD_COLUMNS},
  e.shortName, e.registrationNumber, e.taxId, e.legalStatusId, e.legalStatusFrom, e.legalStatusTo,
  e.coalitionCriteriaId, e.sizeId, e.sizeYear, e.operatingStateId, e.operatingStateOn, e.missionSr, e.missionEn,
  e.descriptionSr, e.descriptionEn, e.lastVerifiedBy, e.lastVerifiedMethod, e.note, e.createdAt, e.updatedAt,
  (SELECT json_object('slug', s.slug, 'nameSr', s.nameSr, 'nameSrCyrl', s.nameSrCyrl, 'nameEn', s.nameEn) FROM Enterprise s
     WHERE s.id = e.successorId AND s.publication = 'published') AS successor,
  (SELECT json_group_array(n.text) FROM (SELECT text FROM EnterpriseName WHERE enterpriseId = e.id ORDER BY id) n) AS otherNames,
  (SELECT json_group_array(json_object('kind', c.kind, 'value', c.value)) FROM (
     SELECT kind, value FROM Contact WHERE enterpriseId = e.id AND (personal = 0 OR consentOn IS NOT NULL)
     ORDER BY id) c) AS contacts,
  (SELECT json_group_array(json_object('field', f.field, 'value', f.value, 'note', f.note, 'source',
       json_object('id', f.id, 'url', f.url, 'title', f.title, 'publisher', f.publisher, 'retrievedOn', f.retrievedOn)))
     FROM (SELECT fs.field, fs.value, fs.note, s.id, s.url, s.title, s.publisher, s.retrievedOn
       FROM FactSource fs JOIN Source s ON s.id = fs.sourceId WHERE fs.enterpriseId = e.id ORDER BY fs.id) f) AS facts`;

/** Only these are public; the one definition of it on the reading side. */
export const PUBLIC = `e.publication = 'published'`;

export const SELECT_CARD = `SELECT ${CARD_COLUMNS} ${FROM}`;
export const SELECT_RECORD = `SELECT ${RECORD_COLUMNS} ${FROM}`;

export interface CardRow {
  id: number;
  slug: string;
  nameSr: string;
  nameSrCyrl: string | null;
  nameEn: string | null;
  legalFormId: string | null;
  basisId: string;
  activitySr: string | null;
  activityEn: string | null;
  town: string | null;
  municipalityId: string | null;
  municipalityCode: string | null;
  municipalityNameSr: string | null;
  districtCode: string | null;
  districtNameSr: string | null;
  districtNameEn: string | null;
  streetAddress: string | null;
  postalCode: string | null;
  lat: number | null;
  lng: number | null;
  precision: string | null;
  foundedYear: number | null;
  lastVerifiedOn: string | null;
  website: string | null;
  terms: string;
  mark: string | null;
  source: string | null;
}

export interface RecordRow extends CardRow {
  shortName: string | null;
  registrationNumber: string | null;
  taxId: string | null;
  legalStatusId: string | null;
  legalStatusFrom: string | null;
  legalStatusTo: string | null;
  coalitionCriteriaId: string | null;
  sizeId: string | null;
  sizeYear: number | null;
  operatingStateId: string | null;
  operatingStateOn: string | null;
  /** JSON */
  successor: string | null;
  missionSr: string | null;
  missionEn: string | null;
  descriptionSr: string | null;
  descriptionEn: string | null;
  lastVerifiedBy: string | null;
  lastVerifiedMethod: string | null;
  note: string | null;
  createdAt: string | number;
  updatedAt: string | number;
  otherNames: string;
  contacts: string;
  facts: string;
}

const bareCode = (termId: string) => termId.slice(termId.indexOf(':') + 1);
const codeOf = (termId: string | null) => (termId === null ? null : bareCode(termId));

function codesOf(termIds: readonly string[], taxonomy: string): string[] {
  return termIds.filter((id) => id.startsWith(`${taxonomy}:`)).map(bareCode);
}

function toPlace(row: CardRow): EnterprisePlace {
  const known = row.lat !== null && row.lng !== null && row.precision !== null && row.precision !== 'hidden';
  return {
    town: row.town,
    municipality:
      row.municipalityId === null
        ? null
        : { id: row.municipalityId, code: row.municipalityCode, nameSr: row.municipalityNameSr ?? '' },
    district:
      row.districtCode === null
        ? null
        : { code: row.districtCode, nameSr: row.districtNameSr ?? '', nameEn: row.districtNameEn },
    streetAddress: row.precision === 'hidden' ? null : row.streetAddress,
    postalCode: row.postalCode,
    position: known ? { lat: row.lat as number, lng: row.lng as number, precision: row.precision as Precision } : null,
  };
}

/** A row of `SELECT_CARD` as the list shows it. */
export function toListItem(row: CardRow): EnterpriseListItem {
  const terms = JSON.parse(row.terms) as string[];
  return {
    id: row.id,
    slug: row.slug,
    name: { sr: row.nameSr, srCyrl: row.nameSrCyrl, en: row.nameEn },
    legalForm: codeOf(row.legalFormId),
    basis: bareCode(row.basisId),
    activities: codesOf(terms, 'activity'),
    targetGroups: codesOf(terms, 'targetGroup'),
    mark: row.mark ?? 'open',
    activityText: { sr: row.activitySr, en: row.activityEn },
    place: toPlace(row),
    website: row.website,
    foundedYear: row.foundedYear,
    lastVerifiedOn: row.lastVerifiedOn,
    source: row.source === null ? null : (JSON.parse(row.source) as SourceRef),
  };
}

function toSuccessor(json: string | null): EnterpriseRecord['successor'] {
  if (json === null) return null;
  const { slug, nameSr, nameSrCyrl, nameEn } = JSON.parse(json) as Record<'slug' | 'nameSr', string> &
    Record<'nameSrCyrl' | 'nameEn', string | null>;
  return { slug, name: { sr: nameSr, srCyrl: nameSrCyrl, en: nameEn } };
}

/** A row of `SELECT_RECORD` as everything public that is known. */
export function toRecord(row: RecordRow): EnterpriseRecord {
  const terms = JSON.parse(row.terms) as string[];
  return {
    ...toListItem(row),
    shortName: row.shortName,
    otherNames: JSON.parse(row.otherNames) as string[],
    registrationNumber: row.registrationNumber,
    taxId: row.taxId,
    legalStatus:
      row.legalStatusId === null
        ? null
        : { code: bareCode(row.legalStatusId), from: row.legalStatusFrom, to: row.legalStatusTo },
    coalitionCriteria: codeOf(row.coalitionCriteriaId),
    size: row.sizeId === null ? null : { code: bareCode(row.sizeId), year: row.sizeYear },
    operatingState: codeOf(row.operatingStateId),
    operatingStateOn: row.operatingStateOn,
    successor: toSuccessor(row.successor),
    products: codesOf(terms, 'product'),
    networks: codesOf(terms, 'network'),
    mission: { sr: row.missionSr, en: row.missionEn },
    description: { sr: row.descriptionSr, en: row.descriptionEn },
    contacts: JSON.parse(row.contacts) as EnterpriseContact[],
    lastVerifiedBy: row.lastVerifiedBy,
    lastVerifiedMethod: row.lastVerifiedMethod,
    note: row.note,
    facts: JSON.parse(row.facts) as FactRef[],
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  };
}
