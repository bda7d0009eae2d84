import { hostOf } from '@/lib/enterprises/present';
import type { EnterpriseInput, FactField } from '@/lib/enterprises/schema';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { type Words, words } from '@/lib/i18n/words';
import { reasonText } from '@/lib/imports/present';
import type { ReasonCode } from '@/lib/imports/report';
import { inScript } from '@/lib/serbian';
import { nameLabel, termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { LIST_FIELDS, TERM_FIELDS } from './form-values';
import { PARTS } from './parts';
import type { FormFault } from './read-form';

export interface Shown {
  locale: Locale;
  vocab: Vocabularies;
}

type PartKey = Parameters<Words<'DeskRecords'>>[0] extends infer Key ? Extract<Key, `parts.${string}`> : never;

/** Name of a part of the record. */
export function partLabel(locale: Locale, key: string): string {
  return words(locale, 'DeskRecords')(`parts.${key}` as PartKey);
}

/** What a record says in a part, as one text; '' where it is not known. */
export function partValue(input: EnterpriseInput, key: string, shown: Shown): string {
  const { locale, vocab } = shown;
  const term = (taxonomy: string, code: string | null | undefined) =>
    code ? termLabel(vocab, taxonomy, code, locale) : '';
  const list = LIST_FIELDS.find(([field]) => field === key);
  if (list) return input[list[0]].map((code) => term(list[1], code)).join(', ');
  if (key === 'operatingState') {
    return joined(
      term(key, input.operatingState),
      input.operatingStateOn && formatDay(locale, input.operatingStateOn),
      input.successorId && `→ ${input.successorId}`,
    );
  }
  const single = TERM_FIELDS.find((field) => field === key);
  if (single) return term(single, input[single]);
  switch (key) {
    case 'legalStatus':
      return joined(term('legalStatus', input.legalStatus?.code), period(input.legalStatus, locale));
    case 'size':
      return joined(term('size', input.size?.code), input.size?.year);
    case 'municipality': {
      const place = vocab.municipalities.get(input.municipality ?? '') ?? vocab.districts.get(input.district ?? '');
      return place ? nameLabel(place, locale) : '';
    }
    case 'position': {
      const precision = input.position && words(locale, 'DeskRecords')(`precision.${input.position.precision}`);
      return input.position ? `${input.position.lat}, ${input.position.lng} (${precision})` : '';
    }
    case 'contacts':
      return input.contacts
        .map(({ kind, value }) => `${words(locale, 'DeskRecords')(`contactKinds.${kind}`)}: ${value}`)
        .join('\n');
    case 'otherNames':
      return input.otherNames.join('\n');
    case 'verification':
      return joined(
        input.verification && formatDay(locale, input.verification.on),
        term('verificationMethod', input.verification?.method),
        input.verification?.by,
      );
    default: {
      const value = input[key as keyof EnterpriseInput];
      if (value === null || value === undefined) return '';
      return typeof value === 'string' && isSerbian(key) ? inScript(value, locale) : String(value);
    }
  }
}

const isSerbian = (key: string) =>
  !key.endsWith('En') && !['registrationNumber', 'taxId', 'postalCode', 'nameSrCyrl', 'note'].includes(key);

function joined(...parts: (string | number | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ');
}

function period(status: EnterpriseInput['legalStatus'], locale: Locale): string {
  if (!status || (status.from === null && status.to === null)) return '';
  const day = (text: string | null) => (text === null ? '' : formatDay(locale, text));
  return `${day(status.from)}–${day(status.to)}`;
}

/** Where a part of the record was read: "apr.gov.rs (20. 11. 2026.)"; '' where no source says it. */
export function partSources(input: EnterpriseInput, key: string, locale: Locale): string {
  const facts: readonly FactField[] = PARTS.find((part) => part.key === key)?.facts ?? [];
  return input.sources
    .filter(({ fields }) => fields.some((field) => facts.includes(field)))
    .map(({ url, title, retrievedOn }) => {
      const name = url === null ? title : hostOf(url);
      return retrievedOn === null ? name : `${name} (${formatDay(locale, retrievedOn)})`;
    })
    .join(', ');
}

const OWN_CODES = [
  'placeUnknown',
  'placeAmbiguous',
  'sourceMissing',
  'reasonMissing',
  'recordUnknown',
  'sameRecord',
] as const;
type OwnCode = (typeof OWN_CODES)[number];

/** A fault of the form in words. */
export function faultText({ code, params }: FormFault, locale: Locale): string {
  if ((OWN_CODES as readonly string[]).includes(code))
    return words(locale, 'DeskRecords')(`faults.${code as OwnCode}`, params as { places: string });
  const shown = code === 'unknownTerm' ? { allowed: '…' } : params;
  return reasonText({ code: code as ReasonCode, params: shown }, locale);
}
