import { saveRecord } from '@/lib/keeping/commands/save-record';
import { deskPost } from '../../desk-post';
import { draftQuery, idOf, isRefusal, toRecord } from '../answers';

export const POST = deskPost('editRecords', async ({ staff, field, values }) => {
  const id = field('id') === '' ? null : idOf(field('id'));
  const request = { id, version: idOf(field('version')), values, anyway: field('anyway') !== '' };
  const result = await saveRecord(staff, request);
  if (result.ok) return toRecord(result.value.id, { done: id === null ? 'created' : 'saved' });
  const { error } = result;
  if (isRefusal(error)) return { page: '/desk' };
  if (id === null)
    return { page: '/desk/enterprises/new', query: await draftQuery(staff, 'record:new', values, error) };
  if (error.code === 'unknown' || error.code === 'merged') return toRecord(id, { fault: error.code });
  const query = await draftQuery(staff, `record:${id}`, values, error);
  return { page: '/desk/enterprises/[id]/edit', params: { id: String(id) }, query };
});
