'use client';

import type { FieldName } from '@/lib/submissions/fields';
import { useFormState } from './form-context';

interface FieldAdviceProps {
  field: FieldName;
  initial: readonly string[];
  /** That nothing stops anybody. */
  free: string;
}

/** What of a text may be personal data. It advises, and stops nobody. */
export function FieldAdvice({ field, initial, free }: FieldAdviceProps) {
  const lines = useFormState()?.advice[field] ?? initial;
  if (lines.length === 0) return null;
  return (
    <div className="notice warn">
      {lines.map((line) => (
        <b key={line}>{line}</b>
      ))}
      <span>{free}</span>
    </div>
  );
}
