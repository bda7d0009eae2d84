import type { ReactNode } from 'react';
import { ErrorLine } from './ui/ErrorLine';
import { describedBy, Question } from './ui/Question';

interface SmallFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** Words of its fault. */
  fault: string | null;
  value: string;
  type?: 'text' | 'email';
  autoComplete?: string;
  rows?: number;
}

/** A text field of one of the small pages. */
export function SmallField({ name, label, hint, fault, value, type = 'text', autoComplete, rows }: SmallFieldProps) {
  const control = {
    className: rows ? 'in rows6' : 'in',
    id: `f-${name}`,
    name,
    defaultValue: value,
    'aria-describedby': describedBy(name, { hint: hint !== undefined }),
    'aria-invalid': fault !== null || undefined,
  };
  return (
    <Question name={name} label={label} hint={hint} error={fault && <ErrorLine>{fault}</ErrorLine>}>
      {rows ? <textarea rows={rows} {...control} /> : <input type={type} autoComplete={autoComplete} {...control} />}
    </Question>
  );
}

/** The faults of a small page, first in it, as on the pages of the form. */
export function SmallSummary({ title, faults }: { title: string; faults: readonly { name: string; text: string }[] }) {
  if (faults.length === 0) return null;
  return (
    // The page was made anew for this; the browser moves the focus here.
    // biome-ignore lint/a11y/noAutofocus: an error summary takes the focus (WCAG technique G139)
    <section className="errsum" id="greske" tabIndex={-1} autoFocus role="alert" aria-labelledby="errsum-title">
      <h2 id="errsum-title">{title}</h2>
      <ul>
        {faults.map(({ name, text }) => (
          <li key={name}>
            <a href={`#f-${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What went wrong that no field can mend, or what was done. */
export function SmallNotice({
  kind,
  title,
  children,
}: {
  kind: 'err' | 'good' | 'warn' | 'calm';
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={kind === 'calm' ? 'notice' : `notice ${kind}`} role={kind === 'err' ? 'alert' : 'status'}>
      <b>{title}</b>
      {children}
    </div>
  );
}
