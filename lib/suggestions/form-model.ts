import type { FieldValue, SuggestField } from './fields';
import type { FormFault } from './schema';

/** What a form of the public shows besides its questions: what was typed, what is wrong, the guards' fields. */
export interface FormModel {
  stamp: { name: string; value: string };
  /** What stands in the controls: as typed, or as the page suggests. */
  values: Readonly<Record<string, readonly string[]>>;
  faults: readonly FormFault[];
  /** Words for what no control can mend; null when nothing of the kind happened. */
  trouble: string | null;
}

/** What stands in a control. */
export function typed({ values }: Pick<FormModel, 'values'>, name: string): string {
  return values[name]?.[0] ?? '';
}

/** The controls of a field, filled with a value. */
export function valuesOf(field: SuggestField, value: FieldValue): Record<string, readonly string[]> {
  if (field === 'place') {
    const [municipality = '', town = ''] = Array.isArray(value) ? value : [];
    return { 'v-place': [municipality], 'v-place-town': [town] };
  }
  return { [`v-${field}`]: value === null ? [] : Array.isArray(value) ? value : [value] };
}
