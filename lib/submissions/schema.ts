import * as z from 'zod/mini';
import { LOCALES } from '@/lib/i18n/locales';
import {
  ALT_LIMITS,
  AUDIENCES,
  EMAIL_MAX,
  type FieldName,
  type FormPage,
  LICENCES,
  LINK_MAX,
  LIST_LIMITS,
  type ListField,
  OTHER_PRACTICE,
  PARTNER_MAX,
  PEOPLE_IN_PHOTOS,
  PEOPLE_MAX,
  PERIODS,
  PHOTO_AUTHOR_MAX,
  PRECISIONS,
  ROLES,
  SHOW_NAME,
  STILL_ALIVE,
  TEXT_LIMITS,
  type TextField,
} from './fields';
import { countSigns, isEmail, isMonth, isWebLink, normalizePhone, readCount, readDecimal, tidy } from './values';

/*
 * The one schema of a story, for the browser, the server and the interface. It is written with `zod/mini`, which weighs a
 * fifth of `zod` in the browser. Messages are keys of `StoryForm.errors`; no sentence stands here.
 */

/** Answers as typed: what a form sends, a draft keeps and the interface takes. Nothing in them is checked. */
export type StoryAnswers = Partial<Record<FieldName, unknown>>;

export { countSigns } from './values';

/** A text without what nobody sees (control and direction marks), without blanks at its ends. */
const typed = z.pipe(
  z.string({ error: 'required' }),
  z.transform((value) => tidy(value)),
);

function text(field: TextField) {
  const { min, max } = TEXT_LIMITS[field];
  return z.pipe(
    typed,
    z.string().check(
      z.refine((value) => value !== '', { error: 'required', abort: true }),
      z.refine((value) => countSigns(value, min) >= min, { error: 'tooShort' }),
      z.refine((value) => countSigns(value, max) <= max, { error: 'tooLong' }),
    ),
  );
}

/** Empty is null: not answered. */
function optionalText(field: TextField) {
  const { max } = TEXT_LIMITS[field];
  return z.pipe(
    z._default(z.nullable(typed), null),
    z.pipe(
      z.transform((value: string | null) => (value === '' ? null : value)),
      z.nullable(z.string().check(z.refine((value) => countSigns(value, max) <= max, { error: 'tooLong' }))),
    ),
  );
}

/** A field that is left out or empty is not answered. */
const emptyToNull = z.transform(
  (value: unknown) => (value === '' || value === undefined ? null : value) as string | null,
);

function choice<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z.pipe(emptyToNull, z.enum(codes, { error: ({ input }) => (input === null ? 'required' : 'unknown') }));
}

function optionalChoice<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z.pipe(emptyToNull, z.nullable(z.enum(codes, { error: 'unknown' })));
}

/** A choice that nobody has to make: what is not chosen is the usual one. */
function choiceWithDefault<const Codes extends readonly [string, ...string[]]>(codes: Codes, usual: Codes[number]) {
  return z.pipe(
    z.transform((value: unknown) => (value === '' || value === undefined || value === null ? usual : value) as string),
    z.enum(codes, { error: 'unknown' }),
  );
}

/** A form sends one chosen value as a text and none as nothing; the interface sends a list. */
const toList = z.transform((value: unknown) => {
  if (value === undefined || value === null || value === '') return [];
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.map((item) => (typeof item === 'string' ? tidy(item) : item)).filter((item) => item !== ''))];
});

function list<Item extends z.ZodMiniType>(field: ListField, item: Item) {
  const { min, max } = LIST_LIMITS[field];
  return z.pipe(
    toList,
    z.array(item).check(
      z.refine((items) => items.length >= min, { error: 'chooseOne' }),
      z.refine((items) => items.length <= max, { error: 'tooMany' }),
    ),
  );
}

/** Code of a term; whether the vocabulary has it is checked on the server. */
const code = z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, { error: 'unknown' }));

/** A tick of a form (`on`, `yes`) or a Boolean of the interface. */
const tick = z.pipe(
  z.transform((value: unknown) => value === true || value === 'on' || value === 'yes' || value === 'true'),
  z.boolean(),
);

/** A number within bounds, from text (what `read` makes of it) or the interface's own number; empty is null. */
function number(min: number, max: number, error: string, read: (text: string) => number | null) {
  return z.pipe(
    z.transform((value: unknown) => {
      if (value === undefined || value === null) return null;
      if (typeof value !== 'string') return value;
      return tidy(value) === '' ? null : (read(value) ?? Number.NaN);
    }),
    z.nullable(z.number({ error }).check(z.gte(min, { error }), z.lte(max, { error }))),
  );
}

function wholeNumber(min: number, max: number, error: string) {
  return z.pipe(
    number(min, max, error, readCount),
    z.nullable(z.number().check(z.refine((value) => Number.isInteger(value), { error }))),
  );
}

/** A position in degrees WGS84; a decimal comma is read too. */
function degrees(limit: number) {
  return number(-limit, limit, 'notADegree', readDecimal);
}

/** Month of the calendar, YYYY-MM. */
const month = z.pipe(
  emptyToNull,
  z.nullable(
    z.string({ error: 'notAMonth' }).check(
      z.refine(isMonth, { error: 'notAMonth', abort: true }),
      z.refine((value) => value <= latestMonth(), { error: 'inFuture' }),
    ),
  ),
);

// The present month at the far end of the world's time zones: what is later has not begun anywhere.
function latestMonth(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 7);
}

/** Key of an uploaded file: what `lib/files` gave out. */
const fileKey = z.string().check(z.regex(/^[a-z0-9]{20,40}$/, { error: 'unknown' }));

function lineOf(max: number) {
  return z.pipe(
    z._default(typed, ''),
    z.string().check(z.refine((value) => countSigns(value, max) <= max, { error: 'tooLong' })),
  );
}

const photo = z.object({
  file: fileKey,
  alt: z.pipe(
    z._default(typed, ''),
    z.string().check(
      z.refine((value) => countSigns(value, ALT_LIMITS.min) >= ALT_LIMITS.min, { error: 'altTooShort' }),
      z.refine((value) => countSigns(value, ALT_LIMITS.max) <= ALT_LIMITS.max, { error: 'tooLong' }),
    ),
  ),
  author: lineOf(PHOTO_AUTHOR_MAX),
});

const document = z.object({ file: fileKey, audience: z._default(z.enum(AUDIENCES, { error: 'unknown' }), 'staff') });

const link = z
  .string({ error: 'notALink' })
  .check(z.maxLength(LINK_MAX, { error: 'tooLong' }), z.refine(isWebLink, { error: 'notALink' }));

const partner = z
  .string()
  .check(z.refine((value) => countSigns(value, PARTNER_MAX) <= PARTNER_MAX, { error: 'tooLong' }));

/** What each question takes; what several say together is checked in `checkTogether`. */
const fields = {
  submissionLocale: choice(LOCALES),
  organisationName: text('organisationName'),
  /** Id of a record of the directory; null for an organisation that is only named. */
  organisationId: wholeNumber(1, 2 ** 31, 'unknown'),
  role: choice(ROLES),
  roleRelation: optionalText('roleRelation'),
  place: text('place'),
  /** `settlement:ID` or `municipality:ID` of the gazetteer; null where the place is only named. */
  placeId: z.pipe(
    emptyToNull,
    z.nullable(z.string().check(z.regex(/^(settlement|municipality):[A-Za-z0-9_-]{1,40}$/, { error: 'unknown' }))),
  ),
  precision: choiceWithDefault(PRECISIONS, 'settlement'),
  lat: degrees(90),
  lng: degrees(180),
  period: choice(PERIODS),
  startMonth: month,
  endMonth: month,
  ongoing: tick,
  problem: text('problem'),
  whatWasDone: text('whatWasDone'),
  practiceTypes: list('practiceTypes', code),
  practiceOther: optionalText('practiceOther'),
  title: text('title'),
  summary: text('summary'),
  beneficiaries: list('beneficiaries', code),
  peopleReached: wholeNumber(0, PEOPLE_MAX, 'notANumber'),
  peopleUnknown: tick,
  results: text('results'),
  resources: optionalText('resources'),
  support: list('support', code),
  supportNote: optionalText('supportNote'),
  partners: list('partners', partner),
  difficulties: optionalText('difficulties'),
  whatWouldHelp: optionalText('whatWouldHelp'),
  transfer: optionalText('transfer'),
  stillAlive: optionalChoice(STILL_ALIVE),
  photos: list('photos', photo),
  documents: list('documents', document),
  peopleInPhotos: optionalChoice(PEOPLE_IN_PHOTOS),
  links: list('links', link),
  contentLabels: list('contentLabels', code),
  contactName: text('contactName'),
  showName: choiceWithDefault(SHOW_NAME, 'no'),
  contactEmail: z.pipe(
    typed,
    z.string().check(
      z.refine((value) => value !== '', { error: 'required', abort: true }),
      z.maxLength(EMAIL_MAX, { error: 'tooLong', abort: true }),
      z.refine(isEmail, { error: 'notAnEmail' }),
    ),
  ),
  /** E.164; a number without a country is read as Serbian. */
  contactPhone: z.pipe(
    z.transform((value: unknown) => {
      const written = typeof value === 'string' ? tidy(value) : '';
      return written === '' ? null : (normalizePhone(written) ?? '');
    }),
    z.nullable(z.string().check(z.refine((value) => value !== '', { error: 'notAPhone' }))),
  ),
  licence: choiceWithDefault(LICENCES, 'cc_by'),
  consentPublish: z.pipe(tick, z.boolean().check(z.refine((value) => value, { error: 'consentNeeded' }))),
  consentResearch: tick,
  consentSocial: tick,
} satisfies Record<FieldName, z.ZodMiniType>;

/** A story as it is sent: every answer read, checked and in its own type. Unknown is null or an empty list. */
export type StoryInput = { [Field in FieldName]: z.infer<(typeof fields)[Field]> };

/** One fault of the answers: at a question (or at an item of it), with a key of `StoryForm.errors`. */
export interface AnswerFault {
  field: FieldName;
  /** Position in a list of photos, documents, links or partners; null for the question as a whole. */
  item: number | null;
  /** Name within the item: `alt` of a photo. */
  part: string | null;
  key: string;
}

export type CheckedAnswers<Fields extends FieldName = FieldName> =
  | { ok: true; value: Pick<StoryInput, Fields> }
  | { ok: false; faults: AnswerFault[] };

/** The schema of one question, for what checks a single field (react-hook-form, the interface's description). */
export function fieldSchema<Field extends FieldName>(field: Field): (typeof fields)[Field] {
  return fields[field];
}

/**
 * Reads and checks some questions' answers, each by itself and then together (an end before its beginning, a photo
 * without a word on the people in it). Faults come in the order of the questions, at most one for each place.
 */
export function checkAnswers<const Fields extends readonly FieldName[]>(
  answers: StoryAnswers,
  wanted: Fields,
): CheckedAnswers<Fields[number]> {
  const value: Partial<Record<FieldName, unknown>> = {};
  const faults: AnswerFault[] = [];
  for (const field of wanted) {
    const result = z.safeParse(fields[field] as z.ZodMiniType, answers[field]);
    if (result.success) value[field] = result.data;
    else faults.push(...toFaults(field, result.error.issues));
  }
  faults.push(
    ...checkTogether(value as Partial<StoryInput>, wanted).filter(
      ({ field }) => !faults.some((fault) => fault.field === field),
    ),
  );
  faults.sort((a, b) => wanted.indexOf(a.field) - wanted.indexOf(b.field));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: value as Pick<StoryInput, Fields[number]> };
}

function toFaults(field: FieldName, issues: readonly { path: PropertyKey[]; message: string }[]): AnswerFault[] {
  const seen = new Set<string>();
  return issues.flatMap(({ path, message }) => {
    const [item, part] = path;
    const place = `${String(item ?? '')} ${String(part ?? '')}`;
    if (seen.has(place)) return [];
    seen.add(place);
    return [
      {
        field,
        item: typeof item === 'number' ? item : null,
        part: part === undefined ? null : String(part),
        // A value of a type that no form sends has zod's own sentence.
        key: isKey(message) ? message : 'unknown',
      },
    ];
  });
}

const isKey = (message: string) => /^[a-z][A-Za-z]*$/.test(message);

/** What only shows when several answers are read together. Looks only at questions that were asked and are right. */
function checkTogether(value: Partial<StoryInput>, wanted: readonly FieldName[]): AnswerFault[] {
  const faults: AnswerFault[] = [];
  const fault = (field: FieldName, key: string) => {
    if (wanted.includes(field)) faults.push({ field, item: null, part: null, key });
  };
  const { startMonth, endMonth, ongoing } = value;
  if (startMonth && endMonth && endMonth < startMonth) fault('endMonth', 'endsBeforeItBegins');
  if (endMonth && ongoing) fault('endMonth', 'endsAndGoesOn');
  if (value.practiceTypes?.includes(OTHER_PRACTICE) && !value.practiceOther) fault('practiceOther', 'required');
  if (value.peopleUnknown && value.peopleReached !== null && value.peopleReached !== undefined)
    fault('peopleReached', 'knownAndUnknown');
  if ((value.photos?.length ?? 0) > 0 && !value.peopleInPhotos) fault('peopleInPhotos', 'required');
  if (value.precision === 'exact' && (value.lat === null || value.lng === null)) fault('precision', 'noPin');
  return faults;
}

/** Faults of one page of the form, or of all of them. */
export type FaultsByPage = { page: FormPage; faults: AnswerFault[] }[];
