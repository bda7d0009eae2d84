import { hrefFor } from '@/lib/i18n/navigation';
import { decideSuggestion } from '@/lib/suggestions/commands';
import type { FieldChoice } from '@/lib/suggestions/decision';
import { type FieldValue, isEdited, isSuggestField, type SuggestField } from '@/lib/suggestions/fields';
import { deskSuggestion } from '@/lib/suggestions/queries';
import { typedValue } from '@/lib/suggestions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { deskPost } from '../../desk-post';

/** The decision on all fields of a suggestion. Decided, the next one opens. */
export const POST = deskPost('decideSuggestions', async ({ staff, field, values, locale }) => {
  const found = await deskSuggestion(staff, field('reference'));
  if (!found.ok || found.value === null) return { page: '/desk/suggestions' };
  const { id: suggestionId, reference, changes, next } = found.value;
  const all = field('all') === 'accepted';
  const entries = Object.entries(values).flatMap(([name, texts]) => (texts ?? []).map((text) => [name, text] as const));
  const choices = changes.map(({ id, field: name, after }): FieldChoice => {
    const outcome = all ? 'accepted' : field(`outcome-${id}`);
    return {
      changeId: id,
      outcome: outcome === 'accepted' || outcome === 'refused' ? outcome : null,
      ...(field(`edit-${id}`) !== '' && isSuggestField(name) && editOf(name, typedValue(entries, name), after)),
      sourceTitle: field(`title-${id}`).trim(),
      sourceUrl: field(`url-${id}`).trim(),
      reason: field(`reason-${id}`),
      note: field(`note-${id}`).trim(),
    };
  });
  const decision = {
    ...{ suggestionId, version: Number(field('version')), choices },
    ...{ basis: field('basis') || null, verifiedBy: field('verifiedBy') || null },
  };
  const done = await decideSuggestion(staff, decision, vocabularies());
  const one = (of: string, query: Record<string, string>) => ({
    page: '/desk/suggestions' as const,
    path: hrefFor(locale, '/desk/suggestions/[reference]', { reference: of }, query),
  });
  if (!done.ok) return one(reference, { fault: faultCode(done.error) });
  return next === null ? { page: '/desk/suggestions', query: { done: 'decided' } } : one(next, { done: 'decided' });
});

/** The value that stands in the form, when it is not the suggested one. */
function editOf(name: SuggestField, typed: FieldValue, suggested: FieldValue): Pick<FieldChoice, 'edited'> {
  return isEdited(name, typed, suggested) ? { edited: typed } : {};
}

/** A fault as the page's address says it: of the whole, or of which field. */
function faultCode(error: { code: string; faults?: readonly { changeId: number | null; code: string }[] }): string {
  const [first] = error.faults ?? [];
  if (!first) return error.code;
  if (first.changeId === null) return first.code;
  return first.code === 'numberTaken' ? `numberTaken-${first.changeId}` : 'faults';
}
