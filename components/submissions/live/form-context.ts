'use client';

import { createContext, useContext } from 'react';
import type { FaultLine } from '@/lib/story-form/fault-words';
import type { FieldName } from '@/lib/submissions/fields';
import type { SaveState } from './autosave';

/** What the parts of a page know of the form around them. */
export interface FormState {
  /** Words of the faults by question; null until the browser has looked, when what the server said holds. */
  errors: Partial<Record<FieldName, string>> | null;
  /** Faults of the last attempt to go on; null until there was one. */
  summary: readonly FaultLine[] | null;
  save: SaveState;
  /** Notices on personal data, by question, as the server last said. */
  advice: Readonly<Record<string, readonly string[]>>;
  /** A save met a newer text from elsewhere. */
  conflict: boolean;
  /** Text that had waited in this browser was put back. */
  restored: boolean;
}

export const FormContext = createContext<FormState | null>(null);

/** The state of the form, or null before the page is interactive. */
export function useFormState(): FormState | null {
  return useContext(FormContext);
}
