'use client';

import type { FieldName } from '@/lib/submissions/fields';
import { ErrorLine } from '../ui/ErrorLine';
import { useFormState } from './form-context';

/** The fault of a question: what the server said, and later what the browser sees. */
export function FieldError({ field, initial }: { field: FieldName; initial: string | null }) {
  const errors = useFormState()?.errors;
  const text = errors ? errors[field] : initial;
  return text ? <ErrorLine>{text}</ErrorLine> : null;
}
