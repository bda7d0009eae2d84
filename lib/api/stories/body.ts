import * as z from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import {
  EMAIL_MAX,
  FIELD_NAMES,
  type FieldName,
  LICENCES,
  LINK_MAX,
  LIST_LIMITS,
  type ListField,
  PARTNER_MAX,
  PEOPLE_MAX,
  PERIODS,
  PRECISIONS,
  ROLES,
  SHOW_NAME,
  STILL_ALIVE,
  TEXT_LIMITS,
  type TextField,
  VOCABULARIES,
} from '@/lib/submissions/fields';
import '../schema';

/**
 * What `POST /api/v1/stories` takes, for the documentation: made of the same names and limits as the schema that checks
 * (lib/submissions), whose own shape of transforms says nothing to a reader.
 */

function text(field: TextField) {
  const { min, max } = TEXT_LIMITS[field];
  const written = z.string().openapi({ minLength: min, maxLength: max });
  return min === 0 ? written.nullable().optional() : written;
}

function list(field: ListField, item: z.ZodType) {
  const { min, max } = LIST_LIMITS[field];
  const items = z.array(item).openapi({ minItems: min, maxItems: max });
  return min === 0 ? items.optional() : items;
}

const termCode = (field: keyof typeof VOCABULARIES) =>
  z.string().openapi({ description: `Code of the taxonomy ${VOCABULARIES[field]}` });
const month = z
  .string()
  .nullable()
  .optional()
  .openapi({ example: '2020-03', description: 'YYYY-MM, not in the future' });
const degrees = z.number().nullable().optional().openapi({ description: 'Degrees WGS84; only with precision "exact"' });
const tick = z.boolean().optional();
const none = z.array(z.string()).max(0).optional().openapi({ description: 'Files are sent through the form only' });

const FIELDS = {
  submissionLocale: z.enum(LOCALES),
  organisationName: text('organisationName'),
  organisationId: z.number().int().nullable().optional().openapi({ description: 'Id of the record in the directory' }),
  role: z.enum(ROLES),
  roleRelation: text('roleRelation'),
  place: text('place'),
  placeId: z
    .string()
    .nullable()
    .optional()
    .openapi({ example: 'settlement:784318', description: 'settlement:ID or municipality:ID of the gazetteer' }),
  precision: z.enum(PRECISIONS).optional(),
  lat: degrees,
  lng: degrees,
  period: z.enum(PERIODS),
  startMonth: month,
  endMonth: month,
  ongoing: tick,
  problem: text('problem'),
  whatWasDone: text('whatWasDone'),
  practiceTypes: list('practiceTypes', termCode('practiceTypes')),
  practiceOther: text('practiceOther'),
  title: text('title'),
  summary: text('summary'),
  beneficiaries: list('beneficiaries', termCode('beneficiaries')),
  peopleReached: z.number().int().min(0).max(PEOPLE_MAX).nullable().optional(),
  peopleUnknown: tick,
  results: text('results'),
  resources: text('resources'),
  support: list('support', termCode('support')),
  supportNote: text('supportNote'),
  partners: list('partners', z.string().max(PARTNER_MAX)),
  difficulties: text('difficulties'),
  whatWouldHelp: text('whatWouldHelp'),
  transfer: text('transfer'),
  stillAlive: z.enum(STILL_ALIVE).nullable().optional(),
  photos: none,
  documents: none,
  peopleInPhotos: z.string().nullable().optional(),
  links: list('links', z.string().max(LINK_MAX).openapi({ format: 'uri', description: 'https only' })),
  contentLabels: list('contentLabels', termCode('contentLabels')),
  contactName: text('contactName'),
  showName: z.enum(SHOW_NAME).optional(),
  contactEmail: z
    .string()
    .max(EMAIL_MAX)
    .openapi({ format: 'email', description: 'Confirmed by mail; never published' }),
  contactPhone: z.string().nullable().optional(),
  licence: z.enum(LICENCES).optional(),
  consentPublish: z.literal(true),
  consentResearch: tick,
  consentSocial: tick,
} satisfies Record<FieldName, z.ZodType>;

/** The answers of a story. */
export const storyBody = z.object(FIELDS).openapi('StoryAnswers');

/** Its fields, in the order of the form; a test compares them with the schema that checks. */
export const BODY_FIELDS = FIELD_NAMES;

/** What is said of a story that was taken. */
export const storyReceipt = z
  .object({
    reference: z.string().openapi({ example: 'KMP-4TX-9RB' }),
    state: z.literal('unconfirmed'),
    email: z.string().openapi({ description: 'The address that was written to, masked' }),
    next: z.string().openapi({ description: 'What happens next, in words' }),
  })
  .openapi('StoryReceipt');
