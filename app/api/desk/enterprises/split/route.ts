import { splitRecord } from '@/lib/keeping/commands/split-record';
import { PARTS, type SplitChoice } from '@/lib/keeping/parts';
import { deskPost } from '../../desk-post';
import { draftQuery, idOf, toRecord } from '../answers';

const CHOICES: readonly string[] = ['stay', 'go', 'both'] satisfies SplitChoice[];

export const POST = deskPost('editRecords', async ({ staff, field, values }) => {
  const id = idOf(field('id'));
  const choices = PARTS.flatMap(({ key }) => {
    const chosen = field(`part.${key}`);
    return CHOICES.includes(chosen) ? [[key, chosen as SplitChoice] as const] : [];
  });
  const version = idOf(field('version'));
  const result = await splitRecord(staff, { id, version, name: field('name'), choices: Object.fromEntries(choices) });
  if (result.ok) return toRecord(result.value.id, { done: 'split' });
  const { error } = result;
  if (error.code !== 'stale' && error.code !== 'nameMissing' && error.code !== 'invalid')
    return toRecord(id, { fault: error.code });
  const query = await draftQuery(staff, `split:${id}`, values, error);
  return { page: '/desk/enterprises/[id]/split', params: { id: String(id) }, query };
});
