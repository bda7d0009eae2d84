import * as z from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { STORY_FACETS, STORY_SORTS, type StoryFacet } from '@/lib/search/stories/schema';
import { LICENCES, PERIODS, ROLES, STILL_ALIVE } from '@/lib/submissions/fields';
import {
  code,
  commonFilter,
  day,
  exportShape,
  facetParametersOf,
  facetValue,
  optional,
  pageShape,
  togetherRight,
} from '../schema';

/** The shapes of the stories in the open interface: what it takes, what it answers, and its documentation. */

const FACET_NOTES: Record<StoryFacet, string> = {
  practiceType: 'Kind of practice',
  beneficiary: 'Who was helped',
  period: 'Part of the crisis: before, emergency (15 March to 6 May 2020), later, after',
  year: 'Year in which it began',
  country: 'Country, ISO 3166-1 alpha-2; XK for Kosovo*',
  district: 'District of Serbia, the number in ISO 3166-2:RS (00 to 29)',
  organisation: 'Id of the organisation in the directory of enterprises',
  inDirectory: 'Whether its organisation is in the directory of enterprises: yes, no',
  origin: 'submitted through the form, or collected by the coalition from public sources',
  precision: 'How exactly the position is known; not_stated: no position',
};

const filterShape = {
  ...commonFilter,
  ...facetParametersOf(STORY_FACETS, FACET_NOTES),
  sort: optional(z.enum(STORY_SORTS)).openapi({
    type: 'string',
    enum: [...STORY_SORTS],
    description: 'Default: relevance with q, otherwise newest. name is the title; distance needs near.',
  }),
};

export const storyExportParameters = z.strictObject({ ...filterShape, ...exportShape });
export const storyListParameters = z.strictObject({ ...filterShape, ...pageShape });
export const checkedStoryExportParameters = storyExportParameters.superRefine(togetherRight);
export const checkedStoryListParameters = storyListParameters.superRefine(togetherRight);
export type StoryExportParameters = z.output<typeof storyExportParameters>;

const month = z.string().openapi({ example: '2020-03', description: 'YYYY-MM' });

const organisation = z
  .object({
    name: z.string().nullable(),
    enterpriseId: z.number().int().nullable().openapi({ description: 'Its record in the directory of enterprises' }),
    url: z.string().nullable().openapi({ description: "Address of that record's page" }),
  })
  .openapi('StoryOrganisation');

const place = z
  .object({
    name: z.string().nullable(),
    municipality: z.object({ id: z.string(), name: z.string() }).nullable(),
    district: z.object({ code: z.string(), name: z.string() }).nullable(),
    countryCode: z.string().nullable(),
    position: z
      .object({ lat: z.number(), lon: z.number(), precision: z.enum(['address', 'settlement', 'municipality']) })
      .nullable(),
  })
  .openapi('StoryPlace');

const storySource = z
  .object({ url: z.string(), title: z.string().nullable(), readOn: day.nullable() })
  .openapi('StorySource');

/** One story in a list. A null is "not told". */
export const storyItem = z
  .object({
    id: z.number().int(),
    slug: z.string(),
    url: z.string().openapi({ description: 'Address of its page' }),
    origin: z.enum(['submitted', 'collected']),
    title: z.string(),
    summary: z.string(),
    textLang: z
      .enum(LOCALES)
      .nullable()
      .openapi({ description: 'Language of title and summary where it is not the asked one' }),
    organisation,
    place,
    period: z.enum(PERIODS).nullable(),
    startMonth: month.nullable(),
    endMonth: month.nullable(),
    ongoing: z.boolean(),
    practiceTypes: z.array(code('practiceType')),
    beneficiaries: z.array(code('beneficiary')),
    source: storySource.nullable().openapi({ description: 'Where a collected story was read' }),
    publishedAt: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('StoryItem');

const told = (description: string) => z.string().nullable().openapi({ description });

/** Everything public of one story. */
export const storyDetail = storyItem
  .extend({
    problem: told('What problem had to be solved'),
    whatWasDone: told('What was done'),
    results: told('Results and evidence'),
    resources: told('People, money, equipment'),
    supporters: z.array(code('supporter')),
    supportNote: told('Who supported it, in words'),
    difficulties: told('What was hard, what did not work'),
    whatWouldHelp: told('What would have made it better'),
    transfer: told('What others can reuse'),
    practiceOther: told('The kind of practice in words, where none of the codes fits'),
    peopleReached: z.number().int().nullable().openapi({ description: 'Estimate' }),
    stillAlive: z.enum(STILL_ALIVE).nullable(),
    confirmedOn: day.nullable().openapi({ description: 'When somebody last said that the practice goes on' }),
    role: z.enum(ROLES).nullable().openapi({ description: 'Link of its author with the practice' }),
    authorName: z.string().nullable(),
    partners: z.array(z.string()),
    contentLabels: z.array(code('contentLabel')),
    photos: z.array(z.object({ url: z.string(), alt: z.string(), author: z.string().nullable() })),
    documents: z.array(z.object({ url: z.string(), bytes: z.number().int(), pages: z.number().int() })),
    links: z.array(z.string()),
    licence: z.enum(LICENCES).nullable(),
    licenceUrl: z.string().nullable(),
    updatedAt: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('Story');

/** The answer to a search of stories. */
export const storyList = z
  .object({
    total: z.number().int(),
    items: z.array(storyItem),
    facets: z.record(z.enum(STORY_FACETS), z.array(facetValue)),
    correctedQuery: z.string().nullable(),
    withoutPosition: z.number().int(),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page; null on the last one' }),
  })
  .openapi('StoryList');

export type StoryItem = z.infer<typeof storyItem>;
export type StoryDetail = z.infer<typeof storyDetail>;
export type StoryList = z.infer<typeof storyList>;
