import type { Locale } from '@/lib/i18n/locales';
import { inScript } from '@/lib/serbian';
import { nameLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

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

/** Terms and places as the fields of the form offer them, in the language of the desk. Pure. */
export function formOptions(vocab: Vocabularies, locale: Locale) {
  const term = ({ code, labelSr, labelEn }: { code: string; labelSr: string; labelEn: string }): Option => ({
    value: code,
    label: nameLabel({ nameSr: labelSr, nameEn: labelEn }, locale),
  });
  const flat = (taxonomy: string): Group[] => [{ label: null, options: vocab.terms(taxonomy).map(term) }];
  const activities = vocab.terms('activityField').map((field) => ({
    label: term(field).label,
    options: vocab.children(field.id).map(term),
  }));
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
