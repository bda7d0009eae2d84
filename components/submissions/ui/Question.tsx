import type { ReactNode } from 'react';

export interface QuestionProps {
  /** Name of the question; its parts have ids made from it. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** "(not required)" */
  optional?: string | null;
  /** The place of the fault: above the control. */
  error: ReactNode;
  /** What stands under the control: count, advice, what staff ask. */
  after?: ReactNode;
  /** What stands before the control, after the hint: what staff ask. */
  before?: ReactNode;
  children: ReactNode;
}

const ids = (name: string) => ({
  control: `f-${name}`,
  hint: `h-${name}`,
  error: `e-${name}`,
  count: `c-${name}`,
});

/** Ids of what describes a control: its hint, its fault, its count. */
export function describedBy(name: string, { hint, count }: { hint: boolean; count?: boolean }): string {
  const id = ids(name);
  return [hint && id.hint, id.error, count && id.count].filter(Boolean).join(' ');
}

/** A question with one control: label, hint, fault, control, what follows. */
export function Question({ name, label, hint, optional, error, before, after, children }: QuestionProps) {
  const id = ids(name);
  return (
    <div className="q" id={`q-${name}`}>
      <label htmlFor={id.control}>
        {label}
        {optional && <span className="opt"> {optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={id.hint}>
          {hint}
        </p>
      )}
      {before}
      <div className="err" id={id.error}>
        {error}
      </div>
      {children}
      {after}
    </div>
  );
}

/** A question with several controls: a fieldset with its legend. */
export function QuestionGroup({ name, label, hint, optional, error, before, after, children }: QuestionProps) {
  const id = ids(name);
  return (
    <fieldset className="q" id={`q-${name}`} aria-describedby={describedBy(name, { hint: Boolean(hint) })}>
      <legend>
        {label}
        {optional && <span className="opt"> {optional}</span>}
      </legend>
      {hint && (
        <p className="hint" id={id.hint}>
          {hint}
        </p>
      )}
      {before}
      <div className="err" id={id.error}>
        {error}
      </div>
      {children}
      {after}
    </fieldset>
  );
}
