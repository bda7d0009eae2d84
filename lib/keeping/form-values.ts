import { CONTACT_KINDS } from '@/lib/enterprises/contacts';
import type { EnterpriseInput } from '@/lib/enterprises/schema';

/** What stands in the fields of a form, by the name of the field; a field with several values has several. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** Fields that are one text, and are named as in EnterpriseInput. */
export const TEXT_FIELDS = [
  'nameSr',
  'nameSrCyrl',
  'nameEn',
  'shortName',
  'registrationNumber',
  'taxId',
  'activitySr',
  'activityEn',
  'missionSr',
  'missionEn',
  'descriptionSr',
  'descriptionEn',
  'town',
  'streetAddress',
  'postalCode',
  'note',
] as const;
/** Fields that are the code of one term, each with its vocabulary. */
export const TERM_FIELDS = ['legalForm', 'coalitionCriteria', 'basis', 'operatingState'] as const;
/** Fields that are codes of several terms. */
export const LIST_FIELDS = [
  ['activities', 'activity'],
  ['targetGroups', 'targetGroup'],
  ['products', 'product'],
  ['networks', 'network'],
] as const;

/** Empty rows for new contacts under those that are there. */
const NEW_CONTACTS = 3;

/** A record as the form shows it. */
export function toFormValues(input: EnterpriseInput): FormValues {
  const values: Record<string, string[]> = {};
  const set = (name: string, value: string | number | null | undefined) => {
    values[name] = value === null || value === undefined ? [] : [String(value)];
  };
  for (const name of TEXT_FIELDS) set(name, input[name]);
  for (const name of TERM_FIELDS) set(name, input[name]);
  for (const [name] of LIST_FIELDS) values[name] = [...input[name]];
  set('otherNames', input.otherNames.join('\n') || null);
  set('legalStatus.code', input.legalStatus?.code);
  set('legalStatus.from', input.legalStatus?.from);
  set('legalStatus.to', input.legalStatus?.to);
  set('size.code', input.size?.code);
  set('size.year', input.size?.year);
  set('operatingStateOn', input.operatingStateOn);
  set('foundedYear', input.foundedYear);
  set('municipality', input.municipality);
  set('district', input.district);
  set('position.lat', input.position?.lat);
  set('position.lng', input.position?.lng);
  set('position.precision', input.position?.precision);
  for (const [index, { kind, value, personal, consentOn }] of input.contacts.entries()) {
    set(`contacts.${index}.kind`, kind);
    set(`contacts.${index}.value`, value);
    values[`contacts.${index}.personal`] = personal ? ['1'] : [];
    set(`contacts.${index}.consentOn`, consentOn);
  }
  return values;
}

/** Numbers of the rows of contacts that a form shows: those with something in them, and some empty ones. */
export function contactRows(values: FormValues): number[] {
  const used = Object.entries(values).flatMap(([name, value]) => {
    const row = /^contacts\.(\d{1,3})\.value$/.exec(name)?.[1];
    return row !== undefined && value.length > 0 ? [Number(row)] : [];
  });
  const next = Math.max(-1, ...used) + 1;
  return [...used.sort((a, b) => a - b), ...Array.from({ length: NEW_CONTACTS }, (_, index) => next + index)];
}

export const NEW_CONTACT_KIND = CONTACT_KINDS[0];

/** One value of a field; '' when there is none. */
export function valueOf(values: FormValues, name: string): string {
  return values[name]?.[0] ?? '';
}

/** The part of the record that a field belongs to: what is compared, and kept, as one. */
export function groupOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}
