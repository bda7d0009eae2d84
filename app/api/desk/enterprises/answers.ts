import type { Refusal, Staff } from '@/lib/accounts/access-rules';
import { keepDraft } from '@/lib/keeping/drafts';
import type { FormValues } from '@/lib/keeping/form-values';
import type { Answer } from '../desk-post';

/** The id of a field; 0, which no record has, for what is none. */
export function idOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** Back to the record with what is done, or with the code of what stood in the way. */
export function toRecord(id: number, query: Readonly<Record<string, string>>): Answer {
  return id === 0
    ? { page: '/desk/enterprises' }
    : { page: '/desk/enterprises/[id]', params: { id: String(id) }, query };
}

/** Whether an outcome is one of rights: they may have changed between the door and the command. */
export function isRefusal(error: { code: string }): error is Refusal {
  return ['signedOut', 'setUpFactor', 'showFactor', 'forbidden'].includes(error.code);
}

/** Keeps what was typed, and names it in the address of the page that shows it again. */
export async function draftQuery(
  staff: Staff,
  form: string,
  typed: FormValues,
  fault: { code: string },
): Promise<Record<string, string>> {
  const draft = await keepDraft(staff, form, { typed, fault });
  return draft === null ? { fault: fault.code } : { draft };
}

/** What the queue of what is to be verified keeps in its address, from the form that was pressed there. */
export function staleQuery(field: (name: string) => string): Record<string, string> {
  return { which: field('which') || 'stale', sort: field('sort') || 'oldest' };
}
