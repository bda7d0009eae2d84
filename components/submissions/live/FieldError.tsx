'use client';

import { InSlot } from '@/components/ui/InSlot';
import type { FieldName } from '@/lib/submissions/fields';
import { ErrorLine } from '../ui/ErrorLine';
import { useFormState } from './form-context';

/** The fault of a question, as the browser sees it; until it looks, what the server said stays. */
export function FieldError({ field }: { field: FieldName }) {
  const errors = useFormState()?.errors;
  const text = errors?.[field];
  return (
    <InSlot id={`e-${field}`} when={Boolean(errors)}>
      {text && <ErrorLine>{text}</ErrorLine>}
    </InSlot>
  );
}
