import 'server-only';
import type { Tx } from '@/lib/db';
import type { ContactKind } from './contacts';
import { type EnterpriseInput, emptyInput, type FactField, type PositionPrecision } from './schema';

/** The vocabularies of which a record may have several terms, and the field of the input that lists them. */
export const TERM_LISTS = [
  ['activity', 'activities'],
  ['targetGroup', 'targetGroups'],
  ['product', 'products'],
  ['network', 'networks'],
] as const;

const termId = (taxonomy: string, code: string) => `${taxonomy}:${code}`;
const optionalTermId = (taxonomy: string, code: string | null | undefined) => (code ? termId(taxonomy, code) : null);
const codeOf = (id: string) => id.slice(id.indexOf(':') + 1);
const optionalCode = (id: string | null) => (id === null ? null : codeOf(id));

/** The columns of `Enterprise` for an input. */
export function toEnterpriseColumns(input: EnterpriseInput) {
  const { nameSr, nameSrCyrl, nameEn, shortName, registrationNumber, taxId, foundedYear, note, synthetic } = input;
  const { activitySr, activityEn, missionSr, missionEn, descriptionSr, descriptionEn } = input;
  const { town, streetAddress, postalCode, position, legalStatus, size, verification } = input;
  return {
    ...{ nameSr, nameSrCyrl, nameEn, shortName, registrationNumber, taxId, foundedYear, note, synthetic },
    ...{ activitySr, activityEn, missionSr, missionEn, descriptionSr, descriptionEn },
    ...{ town, streetAddress, postalCode },
    legalFormId: optionalTermId('legalForm', input.legalForm),
    legalStatusId: optionalTermId('legalStatus', legalStatus?.code),
    legalStatusFrom: legalStatus?.from ?? null,
    legalStatusTo: legalStatus?.to ?? null,
    coalitionCriteriaId: optionalTermId('coalitionCriteria', input.coalitionCriteria),
    basisId: termId('basis', input.basis),
    sizeId: optionalTermId('size', size?.code),
    sizeYear: size?.year ?? null,
    operatingStateId: optionalTermId('operatingState', input.operatingState),
    municipalityId: input.municipality,
    districtCode: input.district,
    lat: position?.lat ?? null,
    lng: position?.lng ?? null,
    precision: position?.precision ?? null,
    lastVerifiedOn: verification?.on ?? null,
    lastVerifiedBy: verification?.by ?? null,
    lastVerifiedMethod: verification?.method ?? null,
  };
}

/** The columns that `toEnterpriseColumns` fills. */
export const ENTERPRISE_COLUMNS = Object.keys(toEnterpriseColumns(emptyInput('', ''))) as (keyof ReturnType<
  typeof toEnterpriseColumns
>)[];

/** Rows of `EnterpriseTerm` for an input; positions count within each vocabulary. */
export function toTermRows(enterpriseId: number, input: EnterpriseInput) {
  return TERM_LISTS.flatMap(([taxonomy, field]) =>
    input[field].map((code, position) => ({ enterpriseId, termId: termId(taxonomy, code), position })),
  );
}

/**
 * Records as JSON, by one statement: Prisma's `include` reads four more tables and binds each id, which took 20 times
 * as long for the importer, who reads every record of a file twice.
 */
const SELECT_INPUTS = `
  SELECT e.id, e.slug, json_object(${ENTERPRISE_COLUMNS.map((column) => `'${column}', e."${column}"`).join(', ')},
    'names', (SELECT json_group_array(n.text) FROM (
       SELECT text FROM EnterpriseName WHERE enterpriseId = e.id ORDER BY id) n),
    'terms', (SELECT json_group_array(t.termId) FROM (
       SELECT termId FROM EnterpriseTerm WHERE enterpriseId = e.id ORDER BY position, termId) t),
    'contacts', (SELECT json_group_array(json_object('kind', c.kind, 'value', c.value,
         'personal', json(iif(c.personal, 'true', 'false')), 'consentOn', c.consentOn)) FROM (
       SELECT * FROM Contact WHERE enterpriseId = e.id ORDER BY id) c),
    'facts', (SELECT json_group_array(json_object('field', f.field, 'value', f.value, 'note', f.note, 'sourceId', f.sourceId,
         'url', f.url, 'title', f.title, 'publisher', f.publisher, 'licence', f.licence, 'retrievedOn', f.retrievedOn))
       FROM (SELECT fs.field, fs.value, fs.note, fs.sourceId, s.url, s.title, s.publisher, s.licence, s.retrievedOn
         FROM FactSource fs JOIN Source s ON s.id = fs.sourceId WHERE fs.enterpriseId = e.id ORDER BY fs.id) f)
  ) AS json FROM json_each(?) wanted JOIN Enterprise e ON e.id = wanted.value`;

/** A record as it stands. */
export interface StoredEnterprise {
  slug: string;
  input: EnterpriseInput;
}

/** The records with these ids as the inputs that would write them. At most some hundreds at a time. */
export async function readInputs(tx: Tx, ids: readonly number[]): Promise<Map<number, StoredEnterprise>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<{ id: number | bigint; slug: string; json: string | Row }[]>(
    SELECT_INPUTS,
    JSON.stringify(ids),
  );
  // The driver gives JSON as text or as an object, depending on what it makes of the column.
  const parsed = (json: string | Row) => (typeof json === 'string' ? (JSON.parse(json) as Row) : json);
  return new Map(rows.map(({ id, slug, json }) => [Number(id), { slug, input: toInput(parsed(json)) }]));
}

type Columns = ReturnType<typeof toEnterpriseColumns>;

interface Row extends Omit<Columns, 'synthetic'> {
  synthetic: number | boolean;
  names: string[];
  terms: string[];
  contacts: { kind: string; value: string; personal: boolean; consentOn: string | null }[];
  facts: FactRow[];
}

interface FactRow {
  field: string;
  value: string | null;
  note: string | null;
  sourceId: number;
  url: string | null;
  title: string;
  publisher: string | null;
  licence: string | null;
  retrievedOn: string | null;
}

function toInput(row: Row): EnterpriseInput {
  const termsOf = (taxonomy: string) => row.terms.filter((id) => id.startsWith(`${taxonomy}:`)).map(codeOf);
  const { nameSr, nameSrCyrl, nameEn, shortName, registrationNumber, taxId, foundedYear, note } = row;
  const { activitySr, activityEn, missionSr, missionEn, descriptionSr, descriptionEn } = row;
  const { town, streetAddress, postalCode, lat, lng, precision } = row;
  return {
    ...{ nameSr, nameSrCyrl, nameEn, shortName, registrationNumber, taxId, foundedYear, note },
    ...{ activitySr, activityEn, missionSr, missionEn, descriptionSr, descriptionEn },
    ...{ town, streetAddress, postalCode },
    synthetic: Boolean(row.synthetic),
    otherNames: row.names,
    legalForm: optionalCode(row.legalFormId),
    legalStatus:
      row.legalStatusId === null
        ? null
        : { code: codeOf(row.legalStatusId), from: row.legalStatusFrom, to: row.legalStatusTo },
    coalitionCriteria: optionalCode(row.coalitionCriteriaId),
    basis: codeOf(row.basisId),
    size: row.sizeId === null ? null : { code: codeOf(row.sizeId), year: row.sizeYear },
    operatingState: optionalCode(row.operatingStateId),
    activities: termsOf('activity'),
    targetGroups: termsOf('targetGroup'),
    products: termsOf('product'),
    networks: termsOf('network'),
    municipality: row.municipalityId,
    district: row.districtCode,
    position:
      lat === null || lng === null || precision === null
        ? null
        : { lat, lng, precision: precision as PositionPrecision },
    contacts: row.contacts.map(({ kind, value, personal, consentOn }) => ({
      kind: kind as ContactKind,
      value,
      personal,
      consentOn,
    })),
    verification:
      row.lastVerifiedOn === null
        ? null
        : { on: row.lastVerifiedOn, by: row.lastVerifiedBy, method: row.lastVerifiedMethod },
    sources: toSources(row.facts),
    otherValues: row.facts.flatMap((fact) => {
      const { field, value, note: remark } = fact;
      return value === null ? [] : [{ field: field as FactField, value, note: remark, source: toSourceRef(fact) }];
    }),
  };
}

function toSources(facts: readonly FactRow[]): EnterpriseInput['sources'] {
  const bySource = new Map<number, EnterpriseInput['sources'][number]>();
  for (const fact of facts) {
    if (fact.value !== null) continue;
    const field = fact.field as FactField;
    const known = bySource.get(fact.sourceId);
    if (known) known.fields.push(field);
    else bySource.set(fact.sourceId, { ...toSourceRef(fact), fields: [field] });
  }
  return [...bySource.values()];
}

function toSourceRef({ url, title, publisher, licence, retrievedOn }: FactRow) {
  return { url, title, publisher, licence, retrievedOn };
}
