import { mergeRecords } from '@/lib/keeping/commands/merge-records';
import { type MergeChoice, PARTS } from '@/lib/keeping/parts';
import { deskPost } from '../../desk-post';
import { idOf, toRecord } from '../answers';

const CHOICES: readonly string[] = ['this', 'other', 'both'] satisfies MergeChoice[];

/** What can be mended on the page where the two are compared. */
const SHOWN_THERE: readonly string[] = ['stale', 'invalid', 'sameRecord', 'keptHidden', 'keptEnded'];

export const POST = deskPost('editRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  const choices = PARTS.flatMap(({ key }) => {
    const chosen = field(`keep.${key}`);
    return CHOICES.includes(chosen) ? [[key, chosen as MergeChoice] as const] : [];
  });
  const result = await mergeRecords(staff, {
    kept: { id, version: idOf(field('version')) },
    other: { id: idOf(field('other')), version: idOf(field('otherVersion')) },
    choices: Object.fromEntries(choices),
  });
  if (result.ok) return toRecord(id, { done: 'merged' });
  const { code } = result.error;
  if (!SHOWN_THERE.includes(code)) return toRecord(id, { fault: code });
  return {
    page: '/desk/enterprises/[id]/merge',
    params: { id: String(id) },
    query: { with: field('other'), fault: code },
  };
});
