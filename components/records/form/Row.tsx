import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';
import { words } from '@/lib/i18n/words';
import { groupOf } from '@/lib/keeping/form-values';
import { type FormView, fieldId } from './form-view';

interface RowProps {
  view: FormView;
  name: string;
  label: string;
  hint?: string | undefined;
  /** Whether the present source of the part stands under it. */
  sourced?: boolean;
  children: (field: {
    id: string;
    name: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** One field of the form: label, hint, what is wrong, the field, where its value comes from. */
export function Row({ view, name, label, hint, sourced = true, children }: RowProps) {
  const t = words(view.locale, 'DeskRecords');
  const id = fieldId(name);
  const fault = view.faults[name];
  const source = sourced ? view.sources[groupOf(name)] : undefined;
  const described = [hint && `${id}-hint`, fault && `${id}-fault`, source !== undefined && `${id}-source`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={`desk-field${fault ? ' faulty' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          <Icon name="warning" /> <span>{fault}</span>
        </p>
      )}
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': fault ? true : undefined })}
      {source !== undefined && (
        <p className="hint small" id={`${id}-source`}>
          {source === '' ? t('noSource') : t('fromSources', { sources: source })}
        </p>
      )}
    </div>
  );
}
