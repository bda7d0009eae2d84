import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/locales';
import { MAX_TEXT_LENGTH } from '@/lib/search/limits';
import { FACETS, type FacetName, SORTS } from '@/lib/search/schema';

extendZodWithOpenApi(z);

/** The shapes of the open interface: what it takes, what it answers, and its documentation, from one place. */

export const MAX_LIMIT = 100;
export const DEFAULT_LIMIT = 20;

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());

/** A finite decimal number, written with digits only: Number() would also take "0x10" and "1e9". */
const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,5}(\.\d{1,15})?$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

const decimals = (text: string) =>
  text.split(',').map((part) => (/^-?\d{1,3}(\.\d{1,15})?$/.test(part) ? Number(part) : NaN));

const bbox = z
  .string()
  .transform((text, context) => {
    const [west = NaN, south = NaN, east = NaN, north = NaN, ...rest] = decimals(text);
    const right =
      rest.length === 0 && west >= -180 && east <= 180 && west <= east && south >= -90 && north <= 90 && south <= north;
    if (right) return { west, south, east, north };
    context.addIssue({ code: 'custom', message: 'bbox' });
    return z.NEVER;
  })
  .openapi({ type: 'string', example: '20.2,44.6,20.8,45', description: 'west,south,east,north in degrees WGS84' });

const near = z
  .string()
  .transform((text, context) => {
    const [lat = NaN, lng = NaN, ...rest] = decimals(text);
    if (rest.length === 0 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return { lat, lng };
    context.addIssue({ code: 'custom', message: 'near' });
    return z.NEVER;
  })
  .openapi({
    type: 'string',
    example: '44.8,20.46',
    description: 'lat,lon in degrees WGS84; distances are measured from here',
  });

const FACET_NOTES: Record<FacetName, string> = {
  basis: 'On what the record stands: called_by_source, legal_status, coalition_criteria, wider_social_economy',
  targetGroup: 'Whom it employs or serves',
  activityField: 'Field of activity (nine fields, each with its mark)',
  activity: 'Activity in detail',
  product: 'Products and services',
  legalForm: 'Legal form',
  region: 'Statistical region',
  district: 'District, the number in ISO 3166-2:RS (00 to 29)',
  municipality: 'Municipality: its official code, or our id where it has none',
  legalStatus: 'Status under the 2022 Law on Social Entrepreneurship',
  founded: 'Decade of founding',
  size: 'Employees, by band',
  verified: 'How long ago the record was verified',
  website: 'Whether a web site is known',
  precision: 'How exactly the position is known; not_stated: no position',
};

/** The facets of some kind of record as parameters. @param notes what each is, for the documentation */
export function facetParametersOf<Facet extends string>(
  facets: readonly Facet[],
  notes: Readonly<Record<Facet, string>>,
) {
  const entries = facets.map((name) => [
    name,
    z
      .array(z.string().max(80))
      .max(200)
      .default([])
      .openapi({
        description: `${notes[name]}. Several values: repeat the parameter, or part them with commas; they mean "or". "not_stated" is a value.`,
        param: { style: 'form', explode: true },
      }),
  ]);
  return Object.fromEntries(entries) as unknown as Record<Facet, z.ZodDefault<z.ZodArray<z.ZodString>>>;
}

export const lang = optional(z.enum(LOCALES))
  .transform((value) => value ?? DEFAULT_LOCALE)
  .openapi({
    type: 'string',
    enum: [...LOCALES],
    default: DEFAULT_LOCALE,
    description: 'Language and script of names, texts and labels',
  });

/** The filter that all kinds of record share. */
export const commonFilter = {
  q: optional(z.string().max(MAX_TEXT_LENGTH)).openapi({
    type: 'string',
    maxLength: MAX_TEXT_LENGTH,
    example: 'zadruge Vojvodina',
    description:
      'All words must match; the last also as a beginning. "Quotes" make a phrase, a minus excludes. Either script, with or without diacritics.',
  }),
  yearFrom: optional(whole(1000, 3000)).openapi({ type: 'integer', description: 'Founded in this year or later' }),
  yearTo: optional(whole(1000, 3000)).openapi({ type: 'integer', description: 'Founded in this year or earlier' }),
  bbox: optional(bbox),
  near: optional(near),
  radiusKm: optional(decimal(0.1, 1000)).openapi({
    type: 'number',
    description: 'With near: only within so many kilometres',
  }),
  lang,
};

const filterShape = {
  ...commonFilter,
  ...facetParametersOf(FACETS, FACET_NOTES),
  sort: optional(z.enum(SORTS)).openapi({
    type: 'string',
    enum: [...SORTS],
    description: 'Default: relevance with q, otherwise name. distance needs near.',
  }),
};

/** What is wrong only when several parameters are read together. */
export const togetherRight = (
  value: {
    sort?: string | undefined;
    near?: unknown;
    radiusKm?: number | undefined;
    yearFrom?: number | undefined;
    yearTo?: number | undefined;
  },
  context: z.RefinementCtx,
) => {
  if (value.sort === 'distance' && !value.near)
    context.addIssue({ code: 'custom', path: ['sort'], message: 'needsNear' });
  if (value.radiusKm !== undefined && !value.near)
    context.addIssue({ code: 'custom', path: ['radiusKm'], message: 'needsNear' });
  if (value.yearFrom !== undefined && value.yearTo !== undefined && value.yearFrom > value.yearTo) {
    context.addIssue({ code: 'custom', path: ['yearFrom'], message: 'yearsCrossed' });
  }
};

/** Parameter of the exports beside the filter. */
export const exportShape = {
  delimiter: optional(z.enum(['comma', 'semicolon', 'tab'])).openapi({
    type: 'string',
    enum: ['comma', 'semicolon', 'tab'],
    description: 'CSV only. Default: semicolon for Serbian (what Excel there expects), comma for English.',
  }),
};
export const exportParameters = z.strictObject({ ...filterShape, ...exportShape });

/** Parameters of a page of results. */
export const pageShape = {
  limit: optional(whole(1, MAX_LIMIT)).openapi({
    type: 'integer',
    minimum: 1,
    maximum: MAX_LIMIT,
    default: DEFAULT_LIMIT,
  }),
  cursor: optional(z.string().max(200)).openapi({
    type: 'string',
    description: '`next` of the page before; only with the same query',
  }),
};
export const listParameters = z.strictObject({ ...filterShape, ...pageShape });

/** Parameters of one record. */
export const recordParameters = z.strictObject({ lang });

export const checkedExportParameters = exportParameters.superRefine(togetherRight);
export const checkedListParameters = listParameters.superRefine(togetherRight);
export type ListParameters = z.output<typeof listParameters>;
export type ExportParameters = z.output<typeof exportParameters>;

export const code = (taxonomy: string) => z.string().openapi({ description: `Code of the taxonomy ${taxonomy}` });
export const day = z.string().openapi({ format: 'date' });

const source = z
  .object({
    url: z.string().nullable(),
    title: z.string(),
    publisher: z.string().nullable(),
    retrievedOn: day.nullable(),
  })
  .openapi('Source');

const place = z
  .object({
    town: z.string().nullable(),
    municipality: z.object({ id: z.string(), code: z.string().nullable(), name: z.string() }).nullable(),
    district: z.object({ code: z.string(), name: z.string() }).nullable(),
    position: z
      .object({ lat: z.number(), lon: z.number(), precision: z.enum(['address', 'settlement', 'municipality']) })
      .nullable(),
  })
  .openapi('Place');

/** One enterprise in a list. A null is "not known". */
export const enterpriseItem = z
  .object({
    id: z.number().int(),
    slug: z.string(),
    url: z.string().openapi({ description: 'Address of its page' }),
    name: z.string(),
    nameEn: z.string().nullable(),
    basis: code('basis'),
    legalForm: code('legalForm').nullable(),
    activities: z.array(code('activity')),
    targetGroups: z.array(code('targetGroup')),
    activity: z.string().nullable().openapi({ description: 'What it does' }),
    activityLang: z
      .enum(LOCALES)
      .nullable()
      .openapi({ description: 'Language of `activity` where it is not the asked one' }),
    place,
    website: z.string().nullable(),
    foundedYear: z.number().int().nullable(),
    lastVerifiedOn: day.nullable(),
    source: source.nullable(),
  })
  .openapi('EnterpriseItem');

/** Everything public of one enterprise. */
export const enterpriseDetail = enterpriseItem
  .extend({
    shortName: z.string().nullable(),
    otherNames: z.array(z.string()),
    registrationNumber: z.string().nullable(),
    taxId: z.string().nullable(),
    legalStatus: z.object({ code: z.string(), from: day.nullable(), to: day.nullable() }).nullable(),
    coalitionCriteria: code('coalitionCriteria').nullable(),
    size: z.object({ code: z.string(), year: z.number().int().nullable() }).nullable(),
    operatingState: code('operatingState').nullable(),
    products: z.array(code('product')),
    networks: z.array(code('network')),
    mission: z.string().nullable(),
    description: z.string().nullable(),
    contacts: z.array(z.object({ kind: z.string(), value: z.string() })),
    lastVerifiedBy: z.string().nullable(),
    lastVerifiedMethod: z.string().nullable(),
    facts: z.array(z.object({ field: z.string(), value: z.string().nullable(), note: z.string().nullable(), source })),
    updatedAt: z.string().openapi({ format: 'date-time' }),
    licence: z.string(),
  })
  .openapi('Enterprise');

export const facetValue = z
  .object({ value: z.string(), label: z.string(), count: z.number().int() })
  .openapi('FacetValue', {
    description: '`value` goes back as the parameter; `count` is the number of hits after that',
  });

/** The answer to a search. */
export const enterpriseList = z
  .object({
    total: z.number().int(),
    items: z.array(enterpriseItem),
    facets: z.record(z.enum(FACETS), z.array(facetValue)),
    correctedQuery: z
      .string()
      .nullable()
      .openapi({ description: 'The text that was searched instead of q, when nothing matched q' }),
    problem: z
      .literal('nothingToSearch')
      .nullable()
      .openapi({ description: 'Why q finds nothing: no letter or digit is left of it to search for' }),
    withoutPosition: z.number().int().openapi({ description: 'Hits that are not on the map' }),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page; null on the last one' }),
    licence: z.string(),
  })
  .openapi('EnterpriseList');

/** An error, RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ field: z.string(), value: z.string(), reason: z.string(), allowed: z.string().optional() }))
      .optional(),
  })
  .openapi('Problem');

export type EnterpriseItem = z.infer<typeof enterpriseItem>;
export type EnterpriseDetail = z.infer<typeof enterpriseDetail>;
export type EnterpriseList = z.infer<typeof enterpriseList>;
export type Problem = z.infer<typeof problem>;
