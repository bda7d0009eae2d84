import type { ContactKind } from '@/lib/enterprises/contacts';
import {
  ACTIVITY_MAX,
  type EnterpriseInput,
  type FactField,
  LONG_TEXT_MAX,
  NAME_MAX,
  SHORT_TEXT_MAX,
} from '@/lib/enterprises/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { positionOf } from './position';

/** A value of a field as it is suggested and compared: one text, several (codes; municipality and town), or none. */
export type FieldValue = string | string[] | null;

/** How a value is asked for. */
export type FieldKind =
  | { kind: 'text'; max: number; long?: boolean }
  | { kind: 'term'; taxonomy: string }
  | { kind: 'terms'; taxonomy: string; most: number }
  | { kind: 'year' | 'number' }
  | { kind: 'place' }
  | { kind: 'contact'; contact: ContactKind };

const TEXTS = {
  nameSr: NAME_MAX,
  nameEn: NAME_MAX,
  shortName: NAME_MAX,
  activitySr: ACTIVITY_MAX,
  activityEn: ACTIVITY_MAX,
  missionSr: LONG_TEXT_MAX,
  descriptionSr: LONG_TEXT_MAX,
  streetAddress: SHORT_TEXT_MAX,
  postalCode: 5,
} as const;
const LONG: readonly string[] = ['activitySr', 'activityEn', 'missionSr', 'descriptionSr'];
const TERM_LISTS = { activities: 'activity', targetGroups: 'targetGroup', products: 'product' } as const;
const CONTACTS = { website: 'website', email: 'email', phone: 'phone' } as const;

/** The fields that anybody may correct, in the order of the record's page. */
export const SUGGEST_FIELDS = [
  'nameSr',
  'nameEn',
  'shortName',
  'legalForm',
  'activitySr',
  'activityEn',
  'activities',
  'products',
  'targetGroups',
  'foundedYear',
  'size',
  'operatingState',
  'legalStatus',
  'place',
  'streetAddress',
  'postalCode',
  'website',
  'email',
  'phone',
  'registrationNumber',
  'taxId',
  'missionSr',
  'descriptionSr',
] as const;
export type SuggestField = (typeof SUGGEST_FIELDS)[number];

/** The ones that "add an enterprise" asks for; those without which it cannot be sent. */
export const ADD_FIELDS = [
  'nameSr',
  'activitySr',
  'legalForm',
  'activities',
  'place',
  'website',
  'email',
  'phone',
  'foundedYear',
  'registrationNumber',
] as const satisfies readonly SuggestField[];
export const NEEDED_FIELDS: readonly SuggestField[] = ['nameSr', 'activitySr', 'place'];

/** Most fields of one correction, and most terms of one field that a person picks. */
export const MOST_FIELDS = 3;
const MOST_TERMS = 12;

export function isSuggestField(name: unknown): name is SuggestField {
  return SUGGEST_FIELDS.includes(name as SuggestField);
}

export function kindOf(field: SuggestField): FieldKind {
  if (field in TEXTS) return { kind: 'text', max: TEXTS[field as keyof typeof TEXTS], long: LONG.includes(field) };
  if (field in TERM_LISTS) {
    return { kind: 'terms', taxonomy: TERM_LISTS[field as keyof typeof TERM_LISTS], most: MOST_TERMS };
  }
  if (field in CONTACTS) return { kind: 'contact', contact: CONTACTS[field as keyof typeof CONTACTS] };
  if (field === 'foundedYear') return { kind: 'year' };
  if (field === 'place') return { kind: 'place' };
  if (field === 'registrationNumber' || field === 'taxId') return { kind: 'number' };
  return { kind: 'term', taxonomy: field };
}

/** Whether a record may do without it. */
export function isOptional(field: SuggestField): boolean {
  return field !== 'nameSr';
}

/** Fields whose sources a change of this one touches. */
export function factFieldsOf(field: SuggestField): readonly FactField[] {
  if (field === 'place') return ['town', 'municipality', 'position'];
  return field === 'email' || field === 'phone' ? ['contacts'] : [field];
}

/** Fields of EnterpriseInput that a change writes; what the schema says of them is said of the change. */
export function inputKeysOf(field: SuggestField): readonly (keyof EnterpriseInput)[] {
  if (field === 'place') return ['town', 'municipality', 'district', 'position'];
  return field in CONTACTS ? ['contacts'] : [field as keyof EnterpriseInput];
}

/** What the record says now. Of contacts, only what the public sees. */
export function readField(input: EnterpriseInput, field: SuggestField): FieldValue {
  const asked = kindOf(field);
  if (asked.kind === 'contact') return publicContact(input, asked.contact)?.value ?? null;
  if (asked.kind === 'year') return input.foundedYear === null ? null : String(input.foundedYear);
  if (asked.kind === 'place') {
    return input.municipality === null && input.town === null ? null : [input.municipality ?? '', input.town ?? ''];
  }
  if (field === 'size') return input.size?.code ?? null;
  if (field === 'legalStatus') return input.legalStatus?.code ?? null;
  const value = input[field as keyof EnterpriseInput];
  if (Array.isArray(value)) return value.length === 0 ? null : (value as string[]);
  return (value as string | null) ?? null;
}

/** The record with another value in a field; nothing is checked yet. */
export function writeField(
  input: EnterpriseInput,
  field: SuggestField,
  value: FieldValue,
  vocab: Vocabularies,
): EnterpriseInput {
  const asked = kindOf(field);
  const text = typeof value === 'string' ? value : null;
  if (asked.kind === 'contact') return withContact(input, asked.contact, text);
  if (asked.kind === 'terms') return { ...input, [field]: Array.isArray(value) ? value : [] };
  if (asked.kind === 'year') return { ...input, foundedYear: text === null ? null : Number(text) };
  if (asked.kind === 'place') return withPlace(input, Array.isArray(value) ? value : ['', ''], vocab);
  if (field === 'size') return { ...input, size: text === null ? null : { code: text, year: null } };
  if (field === 'legalStatus') {
    return { ...input, legalStatus: text === null ? null : { code: text, from: null, to: null } };
  }
  if (field === 'streetAddress') return withStreet(input, text, vocab);
  return { ...input, [field]: text };
}

const isPublicContact = ({ personal, consentOn }: EnterpriseInput['contacts'][number]) =>
  !personal || consentOn !== null;

function publicContact(input: EnterpriseInput, kind: ContactKind) {
  return input.contacts.find((contact) => contact.kind === kind && isPublicContact(contact));
}

function withContact(input: EnterpriseInput, kind: ContactKind, value: string | null): EnterpriseInput {
  const old = publicContact(input, kind);
  const made = value === null ? [] : [{ kind, value, personal: false, consentOn: null }];
  if (!old) return { ...input, contacts: [...input.contacts, ...made] };
  return { ...input, contacts: input.contacts.flatMap((contact) => (contact === old ? made : [contact])) };
}

/** The position follows the place: a mark that stays at the old one would be a false pin. */
function withPlace(input: EnterpriseInput, [id = '', name = '']: string[], vocab: Vocabularies): EnterpriseInput {
  const municipality = id === '' ? null : id;
  const town = name === '' ? null : name;
  return {
    ...input,
    town,
    municipality,
    district: municipality === null ? input.district : (vocab.municipalities.get(municipality)?.districtCode ?? null),
    position: positionOf(municipality, town, vocab),
  };
}

/** A mark on the old address becomes one of the town. */
function withStreet(input: EnterpriseInput, streetAddress: string | null, vocab: Vocabularies): EnterpriseInput {
  const moved = input.position?.precision === 'address';
  const position = moved ? positionOf(input.municipality, input.town, vocab) : input.position;
  return { ...input, streetAddress, position };
}

export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether staff changed what was suggested. The order of terms says nothing. */
export function isEdited(field: SuggestField, typed: FieldValue, suggested: FieldValue): boolean {
  const ordered = (value: FieldValue) =>
    kindOf(field).kind === 'terms' && Array.isArray(value) ? [...value].sort() : value;
  return !isSameValue(ordered(typed), ordered(suggested));
}

/** Numbers that no two records share. */
export const IDENTITY_NUMBERS = ['registrationNumber', 'taxId'] as const satisfies readonly SuggestField[];
