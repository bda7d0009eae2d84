import * as z from 'zod';
import { CONTACT_KINDS, type ContactKind, isWebAddress, normalizeContact } from './contacts';
import { isRegistrationNumber, isTaxId } from './numbers';

/** Limits of the record, in signs (UTF-16) and in items. */
export const NAME_MAX = 200;
export const SHORT_TEXT_MAX = 300;
export const TITLE_MAX = 600;
export const ACTIVITY_MAX = 1_000;
export const LONG_TEXT_MAX = 10_000;
export const URL_MAX = 2_000;
export const LIST_MAX = 50;
export const FIRST_YEAR = 1800;

export const POSITION_PRECISIONS = ['address', 'settlement', 'municipality', 'hidden'] as const;
export type PositionPrecision = (typeof POSITION_PRECISIONS)[number];

/** Fields whose sources are kept: names of EnterpriseInput, and `website` for the contacts of that kind. */
export const FACT_FIELDS = [
  'nameSr',
  'nameEn',
  'shortName',
  'otherNames',
  'registrationNumber',
  'taxId',
  'legalForm',
  'legalStatus',
  'coalitionCriteria',
  'basis',
  'size',
  'operatingState',
  'foundedYear',
  'activities',
  'targetGroups',
  'products',
  'networks',
  'activitySr',
  'activityEn',
  'missionSr',
  'missionEn',
  'descriptionSr',
  'descriptionEn',
  'town',
  'municipality',
  'streetAddress',
  'postalCode',
  'position',
  'website',
  'contacts',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

// Messages are keys of `Import.reasons`; no sentence stands in a schema.
const text = (max: number) =>
  z.string({ error: 'notText' }).trim().min(1, { error: 'empty' }).max(max, { error: 'tooLong' });
const optionalText = (max: number) => text(max).nullable();

/** Code of a term; whether the vocabulary has it is checked where the vocabularies are at hand, and by the database. */
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_+-]*$/, { error: 'notACode' });
const codes = z.array(code).max(LIST_MAX, { error: 'tooMany' }).transform(unique);

function unique<Item>(items: Item[]): Item[] {
  return [...new Set(items)];
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Today at the far end of the world's time zones: what is dated later has not happened anywhere. */
function latestToday(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

const day = z.string().refine(isDay, { error: 'notADay' });
const pastDay = day.refine((value) => value <= latestToday(), { error: 'inFuture' });
const year = z
  .int({ error: 'notAYear' })
  .refine((value) => value >= FIRST_YEAR && value <= new Date().getUTCFullYear() + 1, { error: 'notAYear' });

const CONTACT_REASONS: Partial<Record<ContactKind, string>> = { email: 'notAnEmail', phone: 'notAPhone' };

const contact = z
  .object({
    kind: z.enum(CONTACT_KINDS),
    value: text(URL_MAX),
    /** Belongs to a person: public only with that person's consent. */
    personal: z.boolean().default(false),
    consentOn: pastDay.nullable().default(null),
  })
  .transform((given, context) => {
    const value = normalizeContact(given.kind, given.value);
    if (value !== null) return { ...given, value };
    context.addIssue({ code: 'custom', message: CONTACT_REASONS[given.kind] ?? 'notAnAddress', path: ['value'] });
    return z.NEVER;
  });

const sourceFields = {
  /** null: a source that is only named. As given, not normalised: it is the source's identity. */
  url: z.string().trim().max(URL_MAX, { error: 'tooLong' }).refine(isWebAddress, { error: 'notAnAddress' }).nullable(),
  title: text(TITLE_MAX),
  publisher: optionalText(SHORT_TEXT_MAX).default(null),
  licence: optionalText(SHORT_TEXT_MAX).default(null),
  /** Day on which it was read. */
  retrievedOn: pastDay.nullable().default(null),
};

const factField = z.enum(FACT_FIELDS);

const source = z.object({ ...sourceFields, fields: z.array(factField).transform(unique) });

/** What a source says otherwise than the record; `value` is a term's code where the field is a vocabulary's. */
const otherValue = z.object({
  field: factField,
  value: text(ACTIVITY_MAX),
  note: optionalText(LONG_TEXT_MAX).default(null),
  source: z.object(sourceFields),
});

/**
 * The whole writable record: what forms, the interface and the importer give. Unknown is null or an empty list, never
 * an empty text or a zero. Codes are those of the vocabularies (`legalForm`, `activity` …); `municipality` is an id and
 * `district` a code of the gazetteer. Positions are degrees WGS84, days YYYY-MM-DD.
 */
export const enterpriseInput = z.object({
  nameSr: text(NAME_MAX),
  /** Cyrillic form where the derived one would be wrong. */
  nameSrCyrl: optionalText(NAME_MAX),
  nameEn: optionalText(NAME_MAX),
  shortName: optionalText(NAME_MAX),
  otherNames: z.array(text(NAME_MAX)).max(LIST_MAX, { error: 'tooMany' }).transform(unique),
  registrationNumber: z.string().refine(isRegistrationNumber, { error: 'notARegistrationNumber' }).nullable(),
  taxId: z.string().refine(isTaxId, { error: 'notATaxId' }).nullable(),
  legalForm: code.nullable(),
  /** Status under the 2022 Law; null is unknown, which is not the same as the code `none`. */
  legalStatus: z
    .object({ code, from: day.nullable(), to: day.nullable() })
    .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'endsBeforeItBegins', path: ['to'] })
    .nullable(),
  coalitionCriteria: code.nullable(),
  basis: code,
  /** Band by employees and the year for which it holds. */
  size: z.object({ code, year: year.nullable() }).nullable(),
  operatingState: code.nullable(),
  /** Since when the state holds: the day on which it closed or moved. */
  operatingStateOn: pastDay.nullable().default(null),
  /** Id of the record that carries on what this one did. */
  successorId: z.int().positive().nullable().default(null),
  foundedYear: year.nullable(),
  activities: codes,
  targetGroups: codes,
  products: codes,
  networks: codes,
  activitySr: optionalText(ACTIVITY_MAX),
  activityEn: optionalText(ACTIVITY_MAX),
  missionSr: optionalText(LONG_TEXT_MAX),
  missionEn: optionalText(LONG_TEXT_MAX),
  descriptionSr: optionalText(LONG_TEXT_MAX),
  descriptionEn: optionalText(LONG_TEXT_MAX),
  town: optionalText(NAME_MAX),
  municipality: z.string().min(1, { error: 'empty' }).nullable(),
  district: z
    .string()
    .regex(/^[0-2]\d$/, { error: 'unknownDistrict' })
    .nullable(),
  streetAddress: optionalText(SHORT_TEXT_MAX),
  postalCode: z
    .string()
    .regex(/^\d{5}$/, { error: 'notAPostalCode' })
    .nullable(),
  position: z
    .object({
      lat: z.number({ error: 'notADegree' }).min(-90, { error: 'notADegree' }).max(90, { error: 'notADegree' }),
      lng: z.number({ error: 'notADegree' }).min(-180, { error: 'notADegree' }).max(180, { error: 'notADegree' }),
      precision: z.enum(POSITION_PRECISIONS),
    })
    .nullable(),
  contacts: z.array(contact).max(LIST_MAX, { error: 'tooMany' }),
  /** Last verification: by whom, and how (code of `verificationMethod`). */
  verification: z.object({ on: pastDay, by: optionalText(NAME_MAX), method: code.nullable() }).nullable(),
  note: optionalText(LONG_TEXT_MAX),
  /** Which pages say what: `fields` are those whose value in the record the source supports. */
  sources: z.array(source).max(LIST_MAX, { error: 'tooMany' }),
  otherValues: z.array(otherValue).max(LIST_MAX, { error: 'tooMany' }),
  /** Made by the generator for the benchmark. */
  synthetic: z.boolean(),
});

export type EnterpriseInput = z.infer<typeof enterpriseInput>;
export type ContactInput = EnterpriseInput['contacts'][number];
export type SourceInput = EnterpriseInput['sources'][number];
export type OtherValueInput = EnterpriseInput['otherValues'][number];
export type SourceRefInput = OtherValueInput['source'];

/** A record of which nothing is known but its name and on what it stands. */
export function emptyInput(nameSr: string, basis: string): EnterpriseInput {
  const nothing = {
    nameSrCyrl: null, nameEn: null, shortName: null, otherNames: [],
    registrationNumber: null, taxId: null,
    legalForm: null, legalStatus: null, coalitionCriteria: null, size: null, operatingState: null, operatingStateOn: null,
    successorId: null, foundedYear: null,
    activities: [], targetGroups: [], products: [], networks: [],
    activitySr: null, activityEn: null, missionSr: null, missionEn: null, descriptionSr: null, descriptionEn: null,
    town: null, municipality: null, district: null, streetAddress: null, postalCode: null, position: null,
    contacts: [], verification: null, note: null, sources: [], otherValues: [],
  }; // biome-ignore format: a list
  return { nameSr, basis, ...nothing, synthetic: false };
}
