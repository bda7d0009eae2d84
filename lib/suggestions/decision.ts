import { emptyInput } from '@/lib/enterprises/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type FieldValue, isSuggestField } from './fields';
import { checkField, type FormFault } from './schema';

/** Reasons for not taking what was suggested; their words are `Suggest.reasons`. */
export const REFUSAL_REASONS = [
  'noSource',
  'otherwise',
  'personal',
  'notForUs',
  'duplicate',
  'unclear',
  'notProven',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export function isRefusalReason(value: unknown): value is RefusalReason {
  return REFUSAL_REASONS.includes(value as RefusalReason);
}

/** Limits of what staff write with a decision, in signs. */
export const NOTE_MAX = 600;

/** What staff decide of one field. */
export interface FieldChoice {
  changeId: number;
  outcome: 'accepted' | 'refused' | null;
  /** Of an acceptance: the value as staff changed it; without it the suggested one is taken. */
  edited?: FieldValue;
  /** Of an acceptance: from where the fact is; its address may be empty. */
  sourceTitle: string;
  sourceUrl: string;
  /** Of a refusal */
  reason: string;
  note: string;
}

export interface SuggestionDecision {
  suggestionId: number;
  /** The version that was looked at. */
  version: number;
  choices: readonly FieldChoice[];
  /** Of a new record: code of `basis`. */
  basis: string | null;
  /** The record is verified today: by a way of `verificationMethod`; null says nothing of it. */
  verifiedBy: string | null;
}

/** What is wrong with a decision: of which field (null of the whole), and a code of `DeskSuggestions.faults`. */
export interface DecisionFault {
  changeId: number | null;
  code: string;
  /** What the schema of the record says of a changed value. */
  value?: FormFault;
}

/** What of a decision can be seen to be wrong without the record. Pure. */
export function checkDecision(
  decision: SuggestionDecision,
  changes: readonly { id: number; field: string }[],
  vocab: Vocabularies,
) {
  const faults: DecisionFault[] = [];
  for (const { id, field } of changes) {
    const choice = decision.choices.find(({ changeId }) => changeId === id);
    const fault = choice ? faultOf(choice, field) : 'undecided';
    if (fault) faults.push({ changeId: id, code: fault });
    else if (choice?.outcome === 'accepted') faults.push(...faultsOfValue(choice, field, vocab));
  }
  return faults;
}

function faultOf({ outcome, sourceTitle, sourceUrl, reason, note }: FieldChoice, field: string): string | null {
  if (outcome === null) return 'undecided';
  if (note.length > NOTE_MAX) return 'noteLong';
  if (outcome === 'refused') {
    if (!isRefusalReason(reason)) return 'reasonNeeded';
    return reason === 'other' && note === '' ? 'noteNeeded' : null;
  }
  if (field === 'ownership') return null;
  if (sourceTitle === '') return 'sourceNeeded';
  return sourceUrl !== '' && !/^https?:\/\/[^\s]+\.[^\s]+$/.test(sourceUrl) ? 'sourceAddress' : null;
}

function faultsOfValue({ changeId, edited }: FieldChoice, field: string, vocab: Vocabularies): DecisionFault[] {
  if (edited === undefined || !isSuggestField(field)) return [];
  if (edited === null) return [{ changeId, code: 'valueEmpty' }];
  const checked = checkField(emptyInput('x', 'wider_social_economy'), field, edited, vocab);
  return checked.ok ? [] : [{ changeId, code: 'valueWrong', value: checked.error }];
}
