import type { Locale } from '@/lib/i18n/locales';
import { inScript } from '@/lib/serbian';
import { nameLabel } from '@/lib/taxonomies/present';
import type { Term } from '@/lib/taxonomies/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { FormValues } from './form-values';

interface Option {
  value: string;
  label: string;
}

interface Group {
  label: string | null;
  options: Option[];
}

const TAXONOMIES = [
  ...['legalForm', 'legalStatus', 'basis', 'coalitionCriteria', 'operatingState', 'size'],
  ...['targetGroup', 'product', 'network'],
];

/**
 * Terms and places as the fields of the form offer them, in the language of the desk. A retired term is offered only where the
 * form has it already: a record keeps what was said of it. Pure.
 * @param values what the form begins with
 */
export function formOptions(vocab: Vocabularies, locale: Locale, values: FormValues) {
  const chosen = new Set(Object.values(values).flat());
  const offered = (terms: readonly Term[]) => terms.filter(({ code, retired }) => !retired || chosen.has(code));
  const term = ({ code, labelSr, labelEn }: { code: string; labelSr: string; labelEn: string }): Option => ({
    value: code,
    label: nameLabel({ nameSr: labelSr, nameEn: labelEn }, locale),
  });
  const flat = (taxonomy: string): Group[] => [{ label: null, options: offered(vocab.terms(taxonomy)).map(term) }];
  const activities = vocab
    .terms('activityField')
    .map((field) => ({ label: term(field).label, options: offered(vocab.children(field.id)).map(term) }))
    .filter(({ options }) => options.length > 0);
  const municipalities = [...vocab.districts.values()].map((district) => ({
    label: nameLabel(district, locale),
    options: [...vocab.municipalities.values()]
      .filter(({ districtCode }) => districtCode === district.code)
      .map(({ id, nameSr }) => ({ value: id, label: inScript(nameSr, locale) })),
  }));
  const districts = [...vocab.districts.values()].map((one) => ({ value: one.code, label: nameLabel(one, locale) }));
  return {
    terms: { ...Object.fromEntries(TAXONOMIES.map((taxonomy) => [taxonomy, flat(taxonomy)])), activity: activities },
    municipalities,
    districts: [{ label: null, options: districts }],
  };
}
