import type { Locale } from '@/lib/i18n/locales';
import type { FieldName, FormPage } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import type { FaultLine } from './fault-words';

/** What staff ask of an answer, beside the question. */
export interface RequestNote {
  field: FieldName;
  /** Words of the reason. */
  reason: string;
  quote: string | null;
  /** What stands around the passage; null where there is none, or it stands no more. */
  context: { before: string; after: string } | null;
  note: string;
}

/** An answer that was written in two places; as texts to be compared. */
export interface ConflictLine {
  field: FieldName;
  label: string;
  stored: string;
  typed: string;
}

/** What was answered on one page of the form, and what is to be said about it. */
export interface StepView {
  locale: Locale;
  page: FormPage;
  answers: StoryAnswers;
  faults: readonly FaultLine[];
  /** Sentences on what may be personal data, by question. */
  advice: Partial<Record<FieldName, readonly string[]>>;
  requests: readonly RequestNote[];
  conflicts: readonly ConflictLine[];
}
