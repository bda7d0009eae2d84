import { hrefFor } from '@/lib/i18n/navigation';
import { createTerm, editTerm, retireTerm, returnTerm, type TermDone } from '@/lib/taxonomies/edit-commands';
import type { TermForm } from '@/lib/taxonomies/edit-rules';
import { mergeTerm } from '@/lib/taxonomies/merge-command';
import { deskPost } from '../../desk-post';

const FIELDS = [
  'labelSr',
  'labelSrCyrl',
  'labelEn',
  'noteSr',
  'noteEn',
  'parentId',
  'synonymsSr',
  'synonymsEn',
  'links',
] as const satisfies readonly (keyof TermForm)[];

/** Terms of vocabularies: added, changed, retired, merged, taken back. What was typed wrong comes back in the form. */
export const POST = deskPost('editTaxonomies', async ({ staff, field, locale }) => {
  const taxonomy = field('taxonomy');
  const code = field('code').trim();
  if (!/^[A-Za-z]\w*$/.test(taxonomy)) return { page: '/desk/words' };
  const termId = `${taxonomy}:${code}`;
  const form = Object.fromEntries(FIELDS.map((name) => [name, field(name)])) as unknown as TermForm;
  const act = field('act');
  const one = (query: Record<string, string>) =>
    hrefFor(locale, '/desk/words/terms/[taxonomy]/[code]', { taxonomy, code }, query);
  const list = (query: Record<string, string>) => hrefFor(locale, '/desk/words/terms/[taxonomy]', { taxonomy }, query);
  const answer = (done: TermDone, word: string) => {
    if (done.ok) return { page: '/desk/words' as const, path: one({ done: word }) };
    const typed = { kind: 'typed' as const, value: { ...form, code }, staffId: staff.id };
    const path = act === 'create' ? list({ fault: done.error.code }) : one({ fault: done.error.code });
    return { page: '/desk/words' as const, path, notice: typed };
  };
  if (act === 'create') return answer(await createTerm(staff, { taxonomy, code, form }), 'created');
  if (act === 'retire') return answer(await retireTerm(staff, termId, true), 'retired');
  if (act === 'restore') return answer(await retireTerm(staff, termId, false), 'restored');
  if (act === 'merge') return answer(await mergeTerm(staff, { termId, intoId: field('into') }), 'merged');
  if (act === 'return')
    return answer(await returnTerm(staff, { termId, versionId: Number(field('version')) }), 'returned');
  return answer(await editTerm(staff, { termId, seen: Number(field('seen')), form }), 'changed');
});
