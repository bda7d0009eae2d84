import type { InputHTMLAttributes } from 'react';
import { valueOf } from '@/lib/keeping/form-values';
import type { FormView } from './form-view';
import { Row } from './Row';

interface TextRowProps
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'required' | 'maxLength' | 'lang'> {
  view: FormView;
  name: string;
  label: string;
  hint?: string;
  sourced?: boolean;
}

export function TextRow({ view, name, label, hint, sourced, ...input }: TextRowProps) {
  return (
    <Row view={view} name={name} label={label} hint={hint} sourced={sourced ?? true}>
      {(field) => <input {...field} {...input} defaultValue={valueOf(view.values, name)} autoComplete="off" />}
    </Row>
  );
}
