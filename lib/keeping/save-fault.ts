import type { DuplicateReason } from '@/lib/enterprises/rules';
import type { FormValues } from './form-values';
import type { FormFault } from './read-form';
import type { Conflict } from './rebase';

/** Why a form of a record was not saved, as it is kept with what was typed. */
export type SaveFault =
  | { code: 'unknown' | 'merged' | 'unchanged' | 'busy' | 'full' }
  | { code: 'faults'; faults: FormFault[] }
  | { code: 'stale'; values: FormValues; conflicts: Conflict[]; version: number }
  | { code: 'numberTaken'; field: string; id: number; name: string }
  | { code: 'duplicates'; suspects: { id: number; name: string; reasons: (DuplicateReason | 'sameRecord')[] }[] };
