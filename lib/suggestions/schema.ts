import { type EnterpriseInput, emptyInput, enterpriseInput } from '@/lib/enterprises/schema';
import { fail, ok, type Result } from '@/lib/shared/result';
import { isEmail, tidy } from '@/lib/submissions/values';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import {
  ADD_FIELDS,
  type FieldValue,
  inputKeysOf,
  isOptional,
  isSameValue,
  isSuggestField,
  kindOf,
  MOST_FIELDS,
  NEEDED_FIELDS,
  readField,
  type SuggestField,
  writeField,
} from './fields';

/** Limits of what people write around a suggestion, in signs. */
export const SOURCE_MAX = 600;
export const EVIDENCE_MAX = 3_000;
export const ROLE_MAX = 120;
export const EMAIL_MAX = 254;

/** A field that is suggested to change. */
export interface SuggestedChange {
  field: SuggestField;
  before: FieldValue;
  after: FieldValue;
}

/** What is sealed of a suggestion: it may name a person. */
export interface SenderWords {
  email: string | null;
  /** How the sender knows, by field; `all` for a record that is suggested anew. */
  sources: Record<string, string>;
  evidence?: string;
  role?: string;
}

/** What is wrong with a form: name of the control, and a code (`Suggest.faults`, or one of `Import.reasons`). */
export interface FormFault {
  name: string;
  code: string;
  max?: number;
}

/** Names and values of a posted form. */
export type Entries = readonly (readonly [name: string, value: string])[];

export interface ParsedSuggestion {
  changes: SuggestedChange[];
  sender: SenderWords;
}

type Parsed = Result<ParsedSuggestion, FormFault[]>;

const NONE = 'yes';

/** The fields that a page or a form names, in our order, no more than three. */
export function chosenFields(names: readonly string[]): SuggestField[] {
  return [...new Set(names.filter(isSuggestField))].slice(0, MOST_FIELDS);
}

const all = (entries: Entries, name: string) => entries.filter(([key]) => key === name).map(([, value]) => tidy(value));
const one = (entries: Entries, name: string) => all(entries, name)[0] ?? '';

/** A correction of a record, checked with the record's own schema. */
export function parseCorrection(entries: Entries, record: EnterpriseInput, vocab: Vocabularies): Parsed {
  const fields = chosenFields(all(entries, 'f'));
  const faults: FormFault[] = fields.length === 0 ? [{ name: 'f', code: 'noField' }] : [];
  const changes: SuggestedChange[] = [];
  const sources: Record<string, string> = {};
  for (const field of fields) {
    const isGone = isOptional(field) && one(entries, `none-${field}`) === NONE;
    const change = checkField(record, field, isGone ? null : typedValue(entries, field), vocab);
    if (!change.ok) faults.push(change.error);
    else if (change.value.after === null && !isGone) faults.push({ name: `v-${field}`, code: 'empty' });
    else if (isSameValue(change.value.before, change.value.after)) faults.push({ name: `v-${field}`, code: 'same' });
    else changes.push(change.value);
    // The same page often says all of it: it is written once.
    const source = one(entries, `s-${field}`) || (Object.values(sources)[0] ?? '');
    faults.push(...faultOfText(`s-${field}`, source, SOURCE_MAX));
    sources[field] = source;
  }
  return finish(entries, faults, { changes, sources });
}

/** A record that is suggested anew. */
export function parseAddition(entries: Entries, vocab: Vocabularies): Parsed {
  const empty = emptyInput('', 'wider_social_economy');
  const faults: FormFault[] = [];
  const changes: SuggestedChange[] = [];
  for (const field of ADD_FIELDS) {
    const value = typedValue(entries, field);
    if (value === null) {
      if (NEEDED_FIELDS.includes(field)) faults.push({ name: `v-${field}`, code: 'empty' });
      continue;
    }
    const change = checkField({ ...empty, nameSr: 'x' }, field, value, vocab);
    if (change.ok) changes.push({ ...change.value, before: null });
    else faults.push(change.error);
  }
  const source = one(entries, 'source');
  faults.push(...faultOfText('source', source, SOURCE_MAX));
  return finish(entries, faults, { changes, sources: { all: source } });
}

/** "This is mine": the evidence. */
export function parseClaim(entries: Entries): Result<SenderWords, FormFault[]> {
  const evidence = one(entries, 'evidence');
  const role = one(entries, 'role');
  const faults = faultOfText('evidence', evidence, EVIDENCE_MAX);
  if (role.length > ROLE_MAX) faults.push({ name: 'role', code: 'tooLong', max: ROLE_MAX });
  const finished = finish(entries, faults, { changes: [], sources: {} });
  return finished.ok ? ok({ ...finished.value.sender, evidence, ...(role !== '' && { role }) }) : finished;
}

/** The suggested record as the schema has it: of the changes that are taken. */
export function applyChanges(
  record: EnterpriseInput,
  changes: readonly Pick<SuggestedChange, 'field' | 'after'>[],
  vocab: Vocabularies,
): EnterpriseInput {
  return changes.reduce((input, { field, after }) => writeField(input, field, after, vocab), record);
}

function finish(
  entries: Entries,
  faults: FormFault[],
  { changes, sources }: { changes: SuggestedChange[]; sources: Record<string, string> },
): Parsed {
  const email = one(entries, 'email');
  if (email !== '' && (!isEmail(email) || email.length > EMAIL_MAX)) faults.push({ name: 'email', code: 'notAnEmail' });
  if (faults.length > 0) return fail(faults);
  return ok({ changes, sender: { email: email === '' ? null : email, sources } });
}

function faultOfText(name: string, text: string, max: number): FormFault[] {
  if (text === '') return [{ name, code: 'empty' }];
  return text.length > max ? [{ name, code: 'tooLong', max }] : [];
}

/** What was typed or picked for a field. */
export function typedValue(entries: Entries, field: SuggestField): FieldValue {
  const name = `v-${field}`;
  const asked = kindOf(field);
  if (asked.kind === 'terms') {
    const codes = [...new Set(all(entries, name).filter((code) => code !== ''))];
    return codes.length === 0 ? null : codes;
  }
  if (asked.kind === 'place') {
    const place = [one(entries, name), one(entries, `${name}-town`)];
    return place.every((part) => part === '') ? null : place;
  }
  const text = one(entries, name);
  return text === '' ? null : text;
}

/** One field with another value, checked with the schema of the record. @returns the value as it will be stored */
export function checkField(
  record: EnterpriseInput,
  field: SuggestField,
  value: FieldValue,
  vocab: Vocabularies,
): Result<SuggestedChange, FormFault> {
  const name = `v-${field}`;
  const unknown = unknownIn(field, value, vocab);
  if (unknown) return fail({ name, ...unknown });
  const written = writeField(record, field, value, vocab);
  const parsed = enterpriseInput.safeParse(written);
  const keys: readonly PropertyKey[] = inputKeysOf(field);
  const issue = parsed.error?.issues.find(({ path }) => keys.includes(path[0] ?? ''));
  if (issue) {
    const max = 'maximum' in issue ? { max: Number(issue.maximum) } : {};
    return fail({ name, code: issue.message, ...max });
  }
  // As it will be stored: an address with its scheme, a number in its one form.
  const after = parsed.success ? readField(parsed.data, field) : value;
  return ok({ field, before: readField(record, field), after });
}

/** Codes and places that no list has: a form made by hand. */
function unknownIn(field: SuggestField, value: FieldValue, vocab: Vocabularies): { code: string; max?: number } | null {
  const asked = kindOf(field);
  if (asked.kind === 'term' && typeof value === 'string' && !isOffered(asked.taxonomy, value, vocab)) {
    return { code: 'notInList' };
  }
  if (asked.kind === 'terms' && Array.isArray(value)) {
    if (value.length > asked.most) return { code: 'tooMany', max: asked.most };
    if (value.some((code) => !isOffered(asked.taxonomy, code, vocab))) return { code: 'notInList' };
  }
  if (asked.kind === 'place' && Array.isArray(value)) {
    if (value[0] === '') return { code: 'noMunicipality' };
    if (!vocab.municipalities.has(value[0] ?? '')) return { code: 'notInList' };
  }
  return null;
}

function isOffered(taxonomy: string, code: string, vocab: Vocabularies): boolean {
  return vocab.term(taxonomy, code) !== undefined;
}
