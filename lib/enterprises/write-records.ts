import 'server-only';
import type { Prisma, Tx } from '@/lib/db';
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
    // Histories written before these two were kept do not have them.
    operatingStateOn: input.operatingStateOn ?? null,
    successorId: input.successorId ?? null,
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

const INCLUDED = {
  names: { orderBy: { id: 'asc' } },
  terms: { orderBy: { position: 'asc' } },
  contacts: { orderBy: { id: 'asc' } },
  facts: { orderBy: { id: 'asc' }, include: { source: true } },
} satisfies Prisma.EnterpriseInclude;

type Row = Prisma.EnterpriseGetPayload<{ include: typeof INCLUDED }>;
type FactRow = Row['facts'][number];

/** A record as it stands. */
export interface StoredEnterprise {
  slug: string;
  input: EnterpriseInput;
}

/** The records with these ids as the inputs that would write them. At most some hundreds at a time. */
export async function readInputs(tx: Tx, ids: readonly number[]): Promise<Map<number, StoredEnterprise>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.enterprise.findMany({ where: { id: { in: [...ids] } }, include: INCLUDED });
  return new Map(rows.map((row) => [row.id, { slug: row.slug, input: toInput(row) }]));
}

function toInput(row: Row): EnterpriseInput {
  const termsOf = (taxonomy: string) =>
    row.terms
      .map(({ termId: id }) => id)
      .filter((id) => id.startsWith(`${taxonomy}:`))
      .map(codeOf);
  const { nameSr, nameSrCyrl, nameEn, shortName, registrationNumber, taxId, foundedYear, note, synthetic } = row;
  const { activitySr, activityEn, missionSr, missionEn, descriptionSr, descriptionEn } = row;
  const { town, streetAddress, postalCode, lat, lng, precision } = row;
  return {
    ...{ nameSr, nameSrCyrl, nameEn, shortName, registrationNumber, taxId, foundedYear, note, synthetic },
    ...{ activitySr, activityEn, missionSr, missionEn, descriptionSr, descriptionEn },
    ...{ town, streetAddress, postalCode },
    otherNames: row.names.map(({ text }) => text),
    legalForm: optionalCode(row.legalFormId),
    legalStatus:
      row.legalStatusId === null
        ? null
        : { code: codeOf(row.legalStatusId), from: row.legalStatusFrom, to: row.legalStatusTo },
    coalitionCriteria: optionalCode(row.coalitionCriteriaId),
    basis: codeOf(row.basisId),
    size: row.sizeId === null ? null : { code: codeOf(row.sizeId), year: row.sizeYear },
    operatingState: optionalCode(row.operatingStateId),
    operatingStateOn: row.operatingStateOn,
    successorId: row.successorId,
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

function toSourceRef({ source: { url, title, publisher, licence, retrievedOn } }: FactRow) {
  return { url, title, publisher, licence, retrievedOn };
}
