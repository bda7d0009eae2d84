import { valueOf } from '@/lib/keeping/form-values';
import type { FormView } from './form-view';
import { Row } from './Row';

interface AreaRowProps {
  view: FormView;
  name: string;
  label: string;
  hint?: string;
  rows?: number;
  lang?: string;
  sourced?: boolean;
}

/** A text of several lines. */
export function AreaRow({ view, name, label, hint, rows = 4, lang, sourced }: AreaRowProps) {
  return (
    <Row view={view} name={name} label={label} hint={hint} sourced={sourced ?? true}>
      {(field) => <textarea {...field} rows={rows} lang={lang} defaultValue={valueOf(view.values, name)} />}
    </Row>
  );
}
