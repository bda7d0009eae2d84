import type { InputHTMLAttributes } from 'react';
import { Icon } from '@/components/ui/Icon';

interface DeskFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'minLength' | 'defaultValue' | 'required' | 'spellCheck'
  > {
  name: string;
  /** Differs from the name where two forms of a page have a field of one name. */
  id?: string;
  label: string;
  hint?: string;
  /** What is wrong with it; the cursor then stands here. */
  fault?: string | undefined;
  className?: string;
}

/** Label, hint, fault and field, in the order in which they are read out. */
export function DeskField({ name, id = name, label, hint, fault, className = '', ...input }: DeskFieldProps) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={`desk-field ${className}${fault ? ' faulty' : ''}`}>
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
      <input
        id={id}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
        {...input}
      />
    </div>
  );
}
