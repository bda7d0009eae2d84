/**
 * The questions of "Have your say!": names, limits and pages, in one place for the form, the check of the answers and the
 * open interface. Limits are counted in signs as people see them (grapheme clusters), after blanks at the ends are taken
 * off. The table comes from the coalition's own model (docs/stories.md).
 */

export const FORM_PAGES = ['organisation', 'place', 'happened', 'results', 'files', 'contact'] as const;
export type FormPage = (typeof FORM_PAGES)[number];

/** The questions of each page, in the order in which they are asked. */
export const PAGE_FIELDS = {
  organisation: ['submissionLocale', 'organisationName', 'organisationId', 'role', 'roleRelation'],
  place: ['place', 'placeId', 'precision', 'lat', 'lng', 'period', 'startMonth', 'endMonth', 'ongoing'],
  happened: ['problem', 'whatWasDone', 'practiceTypes', 'practiceOther', 'title', 'summary'],
  results: [
    'beneficiaries',
    'peopleReached',
    'peopleUnknown',
    'results',
    'resources',
    'support',
    'supportNote',
    'partners',
    'difficulties',
    'whatWouldHelp',
    'transfer',
    'stillAlive',
  ],
  files: ['photos', 'documents', 'peopleInPhotos', 'links', 'contentLabels'],
  contact: [
    'contactName',
    'showName',
    'contactEmail',
    'contactPhone',
    'licence',
    'consentPublish',
    'consentResearch',
    'consentSocial',
  ],
} as const satisfies Record<FormPage, readonly string[]>;

export type FieldName = (typeof PAGE_FIELDS)[FormPage][number];

export const FIELD_NAMES: readonly FieldName[] = FORM_PAGES.flatMap((page) => [...PAGE_FIELDS[page]]);

/** What belongs to a person. It is kept apart from the story, encrypted, and never stands in a version of it. */
export const CONTACT_FIELDS = ['contactName', 'contactEmail', 'contactPhone'] as const satisfies readonly FieldName[];
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Shortest and longest text, in signs. */
export const TEXT_LIMITS = {
  organisationName: { min: 2, max: 120 },
  roleRelation: { min: 0, max: 150 },
  place: { min: 2, max: 120 },
  title: { min: 10, max: 100 },
  summary: { min: 60, max: 280 },
  problem: { min: 100, max: 1_500 },
  whatWasDone: { min: 300, max: 4_000 },
  practiceOther: { min: 0, max: 60 },
  results: { min: 60, max: 1_500 },
  resources: { min: 0, max: 600 },
  supportNote: { min: 0, max: 200 },
  difficulties: { min: 0, max: 1_000 },
  whatWouldHelp: { min: 0, max: 1_000 },
  transfer: { min: 0, max: 1_000 },
  contactName: { min: 2, max: 80 },
} as const;
export type TextField = keyof typeof TEXT_LIMITS;

/** Fewest and most of what is chosen or added. */
export const LIST_LIMITS = {
  practiceTypes: { min: 1, max: 3 },
  beneficiaries: { min: 1, max: 5 },
  support: { min: 0, max: 5 },
  partners: { min: 0, max: 10 },
  links: { min: 0, max: 5 },
  contentLabels: { min: 0, max: 5 },
  photos: { min: 0, max: 5 },
  documents: { min: 0, max: 3 },
} as const;
export type ListField = keyof typeof LIST_LIMITS;

export const PARTNER_MAX = 120;
export const LINK_MAX = 500;
export const PEOPLE_MAX = 10_000_000;
export const EMAIL_MAX = 254;
export const ALT_LIMITS = { min: 5, max: 150 } as const;
export const PHOTO_AUTHOR_MAX = 80;
/** Largest photo or document, in bytes. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;

/** Choices that the software itself reads. Those that it only shows are terms of a vocabulary (VOCABULARIES). */
export const ROLES = ['led', 'took_part', 'was_helped', 'heard_of'] as const;
export const PERIODS = ['before', 'emergency', 'later', 'after'] as const;
export const PRECISIONS = ['settlement', 'exact', 'none'] as const;
export const STILL_ALIVE = ['yes', 'changed', 'no', 'unknown'] as const;
export const SHOW_NAME = ['no', 'initials', 'yes'] as const;
export const LICENCES = ['cc_by', 'cc_by_sa', 'this_site'] as const;
export const PEOPLE_IN_PHOTOS = ['agreed', 'agreed_with_parents', 'nobody'] as const;
export const AUDIENCES = ['public', 'staff'] as const;

/** The vocabulary (`Taxonomy.code`) whose terms answer a question. */
export const VOCABULARIES = {
  practiceTypes: 'practiceType',
  beneficiaries: 'beneficiary',
  support: 'supporter',
  contentLabels: 'contentLabel',
} as const satisfies Partial<Record<FieldName, string>>;

/** The term "other" of `practiceType`, which asks for words of one's own. */
export const OTHER_PRACTICE = 'other';

/** Version of the texts of consent; stands beside each consent that is given. Raise it when `StoryForm.consent` changes. */
export const CONSENT_VERSION = '2026-11';
/** Purposes of consent; only the first is needed. */
export const CONSENT_PURPOSES = ['publish', 'research', 'social'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
