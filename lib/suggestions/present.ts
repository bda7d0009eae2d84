import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { nameLabel, termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type FieldValue, isSuggestField, kindOf } from './fields';
import type { FormFault } from './schema';

/** Name of a field, as the record's page calls it. */
export function fieldLabel(field: string, locale: Locale): string {
  const t = words(locale, 'Suggest');
  return t.has(`fields.${field}` as never) ? t(`fields.${field}` as never) : field;
}

/** A value in words; null when there is none. */
export function valueText(field: string, value: FieldValue, locale: Locale, vocab: Vocabularies): string | null {
  if (value === null) return null;
  if (!isSuggestField(field)) return null;
  const asked = kindOf(field);
  if (asked.kind === 'term' && typeof value === 'string') return termLabel(vocab, asked.taxonomy, value, locale);
  if (asked.kind === 'terms' && Array.isArray(value)) {
    return value.map((code) => termLabel(vocab, asked.taxonomy, code, locale)).join(', ');
  }
  if (asked.kind === 'place' && Array.isArray(value)) {
    const [id = '', town = ''] = value;
    const municipality = vocab.municipalities.get(id);
    const parts = [town === '' ? null : inScript(town, locale), municipality ? nameLabel(municipality, locale) : null];
    return [...new Set(parts.filter((part) => part !== null))].join(', ');
  }
  if (typeof value !== 'string') return value.join(', ');
  // Addresses of the web and of mail, numbers and English stay as they are.
  return asked.kind === 'text' && !field.endsWith('En') ? inScript(value, locale) : value;
}

/** A fault of a form in words. */
export function suggestFaultText({ code, max = 0 }: FormFault, locale: Locale): string {
  const t = words(locale, 'Suggest');
  if (t.has(`faults.${code}` as never)) return t(`faults.${code}` as never, { max } as never);
  const reasons = words(locale, 'Import');
  const known = reasons.has(`reasons.${code}` as never);
  return known ? sentence(reasons(`reasons.${code}` as never, { max } as never)) : t('faults.wrong');
}

/** The importer's reasons are halves of sentences. */
function sentence(text: string): string {
  const [first = ''] = text;
  return `${first.toUpperCase()}${text.slice(1)}.`;
}
