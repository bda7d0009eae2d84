import { valueOf } from '@/lib/keeping/form-values';
import type { FormView } from './form-view';
import { Row } from './Row';

export interface SelectOption {
  value: string;
  label: string;
}

/** Options under one heading; without a heading they stand by themselves. */
export interface OptionGroup {
  label: string | null;
  options: readonly SelectOption[];
}

interface SelectRowProps {
  view: FormView;
  name: string;
  label: string;
  hint?: string;
  groups: readonly OptionGroup[];
  /** Words of the empty choice; without them one has to be chosen. */
  none?: string;
  sourced?: boolean;
}

export function SelectRow({ view, name, label, hint, groups, none, sourced }: SelectRowProps) {
  return (
    <Row view={view} name={name} label={label} hint={hint} sourced={sourced ?? true}>
      {(field) => (
        <select {...field} defaultValue={valueOf(view.values, name)}>
          {none !== undefined && <option value="">{none}</option>}
          {groups.map(({ label: heading, options }) => {
            const all = options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ));
            return heading === null ? (
              all
            ) : (
              <optgroup key={heading} label={heading}>
                {all}
              </optgroup>
            );
          })}
        </select>
      )}
    </Row>
  );
}
