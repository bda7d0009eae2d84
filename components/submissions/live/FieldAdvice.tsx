'use client';

import type { FieldName } from '@/lib/submissions/fields';
import { AdviceLines } from '../ui/AdviceLines';
import { slotId } from '../ui/Slot';
import { useFormState } from './form-context';
import { InSlot } from './InSlot';

/** Advice on a text, as the server last gave it with a save. */
export function FieldAdvice({ field, free }: { field: FieldName; free: string }) {
  const lines = useFormState()?.advice[field];
  return (
    <InSlot id={slotId('advice', field)} when={lines !== undefined}>
      <AdviceLines lines={lines ?? []} free={free} />
    </InSlot>
  );
}
