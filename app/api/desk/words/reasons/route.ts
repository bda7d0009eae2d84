import { hrefFor } from '@/lib/i18n/navigation';
import { type ReasonDone, retireReason, returnReason, saveReason } from '@/lib/moderation/reason-commands';
import { deskPost } from '../../desk-post';

const FIELDS = ['kind', 'severity', 'labelSr', 'labelEn', 'textSr', 'textEn'];

/** Reasons of decisions: looked at, added, changed, retired, taken back. What was typed comes back in its form. */
export const POST = deskPost('editTemplates', async ({ staff, field, locale }) => {
  const code = field('code').trim();
  const form = Object.fromEntries(FIELDS.map((name) => [name, field(name)]));
  const page = '/desk/words' as const;
  const path = (query: Record<string, string>) => hrefFor(locale, '/desk/words/reasons', {}, query);
  const answer = (done: ReasonDone, word: string) => {
    if (done.ok) return { page, path: `${path({ done: word })}#reason-${code}` };
    const act = field('act');
    const notice = { kind: 'typed' as const, value: { ...form, code, act }, staffId: staff.id };
    return { page, path: path({ fault: done.error.code, at: act === 'create' ? '' : code }), notice };
  };
  if (field('preview') !== '') {
    const act = field('act');
    const notice = { kind: 'typed' as const, value: { ...form, code, act }, staffId: staff.id };
    const at = act === 'create' ? '' : code;
    return { page, path: `${path({ show: 'preview', at })}#${at === '' ? 'add' : `reason-${at}`}`, notice };
  }
  switch (field('act')) {
    case 'create':
      return answer(await saveReason(staff, { code, seen: null, form }), 'created');
    case 'retire':
      return answer(await retireReason(staff, code, true), 'retired');
    case 'restore':
      return answer(await retireReason(staff, code, false), 'restored');
    case 'return':
      return answer(await returnReason(staff, code, Number(field('version'))), 'returned');
    default:
      return answer(await saveReason(staff, { code, seen: Number(field('seen')), form }), 'changed');
  }
});
