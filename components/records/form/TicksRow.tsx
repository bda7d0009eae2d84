import { words } from '@/lib/i18n/words';
import { type FormView, fieldId } from './form-view';
import type { OptionGroup } from './SelectRow';

interface TicksRowProps {
  view: FormView;
  name: string;
  label: string;
  groups: readonly OptionGroup[];
}

/** Several terms of a vocabulary; long ones are folded away but for the groups in which something is ticked. */
export function TicksRow({ view, name, label, groups }: TicksRowProps) {
  const t = words(view.locale, 'DeskRecords');
  const ticked = new Set(view.values[name] ?? []);
  const source = view.sources[name];
  const fault = view.faults[name];
  const count = groups.flatMap(({ options }) => options).filter(({ value }) => ticked.has(value)).length;
  return (
    <fieldset className="rec-ticks" id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      {fault && <p className="fault">{fault}</p>}
      <details open={count > 0 || fault !== undefined}>
        <summary>
          {label}: {count}
        </summary>
        {groups.map(({ label: heading, options }) => (
          <div key={heading ?? ''} className="rec-tick-group">
            {heading && <p className="small muted">{heading}</p>}
            {options.map((option) => (
              <label key={option.value} className="desk-tick">
                <input type="checkbox" name={name} value={option.value} defaultChecked={ticked.has(option.value)} />{' '}
                {option.label}
              </label>
            ))}
          </div>
        ))}
      </details>
      {source !== undefined && (
        <p className="hint small">{source === '' ? t('noSource') : t('fromSources', { sources: source })}</p>
      )}
    </fieldset>
  );
}
