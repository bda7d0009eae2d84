import { type EnterpriseInput, enterpriseInput } from '@/lib/enterprises/schema';
import { checkPosition } from '@/lib/imports/check-input';
import type { ReasonCode } from '@/lib/imports/report';
import { resolvePlaceName } from '@/lib/story-form/places';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type FormValues, LIST_FIELDS, TERM_FIELDS, TEXT_FIELDS, valueOf } from './form-values';

/** Why a field of the form cannot be saved. Codes are those of the importer, and some of the desk's own. */
export interface FormFault {
  field: string;
  code:
    | ReasonCode
    | 'placeUnknown'
    | 'placeAmbiguous'
    | 'sourceMissing'
    | 'reasonMissing'
    | 'recordUnknown'
    | 'sameRecord';
  params: Record<string, string | number>;
}

export interface FormReading {
  input: EnterpriseInput;
  faults: FormFault[];
}

/**
 * Reads the form over a record: what the form has fields for is replaced, the rest (sources, verification, what other
 * sources say) stays. Checked by `enterpriseInput`, the schema of the importer. Pure.
 */
export function readForm(values: FormValues, base: EnterpriseInput, vocab: Vocabularies): FormReading {
  const faults: FormFault[] = [];
  const refuse = (field: string, code: FormFault['code'], params: FormFault['params'] = {}) =>
    faults.push({ field, code, params });
  const text = (name: string) => valueOf(values, name).replace(/\r\n?/g, '\n').trim() || null;
  const number = (name: string) => {
    const typed = text(name);
    return typed === null ? null : Number(typed.replace(',', '.'));
  };

  const given: Record<string, unknown> = { ...base };
  for (const name of TEXT_FIELDS) given[name] = text(name);
  // A name that is empty is refused as an empty text; null would be no text at all.
  given.nameSr = text('nameSr') ?? '';
  for (const name of TERM_FIELDS) given[name] = text(name);
  given.basis = text('basis') ?? '';
  for (const [name] of LIST_FIELDS) given[name] = inOldOrder(base[name], values[name] ?? []);
  given.otherNames = (text('otherNames') ?? '')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  given.foundedYear = number('foundedYear');
  given.operatingStateOn = text('operatingStateOn');
  given.legalStatus = readStatus(text, refuse);
  given.size = readSize(text, number, refuse);
  given.municipality = text('municipality');
  given.position = readPosition(text, number, refuse);
  applyGazetteer(given, text, vocab, refuse);
  const municipality =
    typeof given.municipality === 'string' ? vocab.municipalities.get(given.municipality) : undefined;
  if (given.municipality !== null && !municipality) refuse('municipality', 'unknownMunicipality', { nearest: '' });
  given.district = municipality?.districtCode ?? text('district');
  const { contacts, rows } = readContacts(values);
  given.contacts = contacts;
  checkTerms(given, vocab, refuse);

  const parsed = enterpriseInput.safeParse(given);
  if (!parsed.success) {
    const known = new Set(faults.map(({ field }) => field));
    for (const issue of parsed.error.issues) {
      const field = fieldOf(issue.path, rows);
      if (known.has(field)) continue;
      known.add(field);
      refuse(field, issue.message as ReasonCode, 'maximum' in issue ? { max: Number(issue.maximum) } : {});
    }
    return { input: base, faults };
  }
  const input = parsed.data;
  if (JSON.stringify(input.position) !== JSON.stringify(base.position)) {
    const { errors } = checkPosition(input, (code) => code);
    for (const { code, params } of errors) refuse('position.lat', code, params);
  }
  return { input, faults };
}

type Refuse = (field: string, code: FormFault['code'], params?: FormFault['params']) => void;
type Text = (name: string) => string | null;

function readStatus(text: Text, refuse: Refuse) {
  const [code, from, to] = [text('legalStatus.code'), text('legalStatus.from'), text('legalStatus.to')];
  if (code === null && (from !== null || to !== null)) refuse('legalStatus.code', 'statusMissing');
  return code === null ? null : { code, from, to };
}

function readSize(text: Text, number: (name: string) => number | null, refuse: Refuse) {
  const code = text('size.code');
  const year = number('size.year');
  if (code === null && year !== null) refuse('size.code', 'sizeMissing');
  return code === null ? null : { code, year };
}

function readPosition(text: Text, number: (name: string) => number | null, refuse: Refuse) {
  const [lat, lng] = [number('position.lat'), number('position.lng')];
  if (lat === null && lng === null) return null;
  if (lat === null || lng === null) {
    refuse(lat === null ? 'position.lat' : 'position.lng', 'positionHalf');
    return null;
  }
  return { lat, lng, precision: text('position.precision') ?? 'municipality' };
}

/** A place named in the gazetteer's field puts the mark there, and says the municipality where none is chosen. */
function applyGazetteer(given: Record<string, unknown>, text: Text, vocab: Vocabularies, refuse: Refuse): void {
  const named = text('gazetteer');
  if (named === null) return;
  const found = resolvePlaceName(named, vocab, 'sr-Latn');
  if (found.found === 'none') return refuse('gazetteer', 'placeUnknown');
  if (found.found === 'several') {
    const places = found.places.map(({ name, detail }) => `${name} (${detail})`).join('; ');
    return refuse('gazetteer', 'placeAmbiguous', { places });
  }
  const { id, lat, lng } = found.place;
  const [kind, key = ''] = id.split(':');
  const isHidden = text('position.precision') === 'hidden';
  given.position = { lat, lng, precision: isHidden ? 'hidden' : kind === 'settlement' ? 'settlement' : 'municipality' };
  if (given.municipality !== null) return;
  given.municipality =
    kind === 'municipality' ? key : (vocab.settlements.find((one) => String(one.id) === key)?.municipalityId ?? null);
}

function readContacts(values: FormValues): { contacts: unknown[]; rows: number[] } {
  const rows = Object.keys(values)
    .flatMap((name) => /^contacts\.(\d{1,3})\.value$/.exec(name)?.[1] ?? [])
    .map(Number)
    .filter((row) => valueOf(values, `contacts.${row}.value`).trim() !== '')
    .sort((a, b) => a - b);
  const contacts = rows.map((row) => ({
    kind: valueOf(values, `contacts.${row}.kind`),
    value: valueOf(values, `contacts.${row}.value`),
    personal: valueOf(values, `contacts.${row}.personal`) !== '',
    consentOn: valueOf(values, `contacts.${row}.consentOn`).trim() || null,
  }));
  return { contacts, rows };
}

/** The order in which the source names the terms stays; ticks of a form have none. */
function inOldOrder(before: readonly string[], ticked: readonly string[]): string[] {
  return [...before.filter((code) => ticked.includes(code)), ...ticked.filter((code) => !before.includes(code))];
}

const TERMS = [
  ...TERM_FIELDS.map((name) => [name, name] as const),
  ...LIST_FIELDS,
  ['legalStatus', 'legalStatus'],
  ['size', 'size'],
] as const;

/** Codes that no vocabulary has: a page sends none, but an old page or a program may. */
function checkTerms(given: Record<string, unknown>, vocab: Vocabularies, refuse: Refuse): void {
  for (const [field, taxonomy] of TERMS) {
    const value = given[field];
    const codes = Array.isArray(value)
      ? value
      : [typeof value === 'object' ? (value as { code?: string } | null)?.code : value];
    const strange = codes.find((code) => typeof code === 'string' && code !== '' && !vocab.term(taxonomy, code));
    if (strange)
      refuse(field === 'legalStatus' || field === 'size' ? `${field}.code` : field, 'unknownTerm', { allowed: '' });
  }
}

/** Name of the form's field for a path of the schema. */
function fieldOf(path: readonly PropertyKey[], rows: readonly number[]): string {
  const [first, second, third] = path.map(String);
  if (first === 'contacts') return `contacts.${rows[Number(second)] ?? 0}.${third ?? 'value'}`;
  if (first === 'otherNames' || LIST_FIELDS.some(([name]) => name === first)) return first ?? '';
  return path.map(String).join('.');
}
