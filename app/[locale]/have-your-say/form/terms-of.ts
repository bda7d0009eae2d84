import type { Locale } from '@/lib/i18n/locales';
import { VOCABULARIES } from '@/lib/submissions/fields';
import { nameLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';

/** The answers of a question whose terms stand in a vocabulary. */
export function termsOf(field: keyof typeof VOCABULARIES, locale: Locale) {
  return vocabularies()
    .terms(VOCABULARIES[field])
    .filter(({ retired }) => !retired)
    .map(({ code, labelSr, labelSrCyrl, labelEn }) => ({
      value: code,
      label: nameLabel({ nameSr: labelSr, nameSrCyrl: labelSrCyrl, nameEn: labelEn }, locale),
    }));
}
