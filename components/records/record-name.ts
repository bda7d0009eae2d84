import type { Locale } from '@/lib/i18n/locales';
import { nameLabel } from '@/lib/taxonomies/present';

interface Named {
  nameSr: string;
  /** Where the derived Cyrillic would be wrong: a foreign name. */
  nameSrCyrl?: string | null;
}

/** The Serbian name of a record, by which staff know it, in the script of the page. */
export function recordName({ nameSr, nameSrCyrl }: Named, locale: Locale): string {
  return nameLabel({ nameSr, nameSrCyrl }, locale);
}
