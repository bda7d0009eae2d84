'use client';

import { InSlot } from '@/components/ui/InSlot';
import { slotId } from '@/components/ui/Slot';
import type { FieldName } from '@/lib/submissions/fields';
import { AdviceLines } from '../ui/AdviceLines';
import { useFormState } from './form-context';

/** Advice on a text, as the server last gave it with a save. */
export function FieldAdvice({ field, free }: { field: FieldName; free: string }) {
  const lines = useFormState()?.advice[field];
  return (
    <InSlot id={slotId('advice', field)} when={lines !== undefined}>
      <AdviceLines lines={lines ?? []} free={free} />
    </InSlot>
  );
}
