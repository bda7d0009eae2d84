import type { Locale } from '@/lib/i18n/locales';
import type { FormValues } from '@/lib/keeping/form-values';

/** What the fields of the form are drawn from. */
export interface FormView {
  locale: Locale;
  values: FormValues;
  /** Words of what is wrong, by the name of the field. */
  faults: Readonly<Record<string, string>>;
  /** Where each part comes from now, by its key; empty for a new record. */
  sources: Readonly<Record<string, string>>;
}

/** Id of a field in the page. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}
