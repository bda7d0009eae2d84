import type { FaultLine } from '@/lib/story-form/fault-words';
import type { FieldName } from '@/lib/submissions/fields';

/** What looks at the answers of a page while they are written. */
export interface Validation {
  /** Words of the faults; null where only the server looks. */
  errors: Partial<Record<FieldName, string>> | null;
  /** Somebody has left a question, or changes one that has a fault. */
  check(field: FieldName): void;
  /** Looks at the whole page. @returns its faults in the order of the questions */
  checkAll(): Promise<FaultLine[]>;
}
