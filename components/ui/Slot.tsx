import type { ReactNode } from 'react';

/** Id of the place; where there is one for each question, with its name. */
export function slotId(slot: string, field?: string): string {
  return field === undefined ? `s-${slot}` : `s-${slot}-${field}`;
}

interface SlotProps {
  slot: string;
  field?: string;
  /** What the script must know of this visitor's page. */
  data?: unknown;
  children?: ReactNode;
}

/** A place in finished HTML that the page's script takes over (InSlot); until then, and without a script, it shows what the server wrote. */
export function Slot({ slot, field, data, children }: SlotProps) {
  return (
    <div className="slot" id={slotId(slot, field)} data-slot={data === undefined ? undefined : JSON.stringify(data)}>
      {children}
    </div>
  );
}

/** What the server wrote for the script of a place; null where the page has no such place. */
export function readSlot<T>(slot: string, field?: string): T | null {
  const data = document.getElementById(slotId(slot, field))?.dataset.slot;
  return data === undefined ? null : (JSON.parse(data) as T);
}
