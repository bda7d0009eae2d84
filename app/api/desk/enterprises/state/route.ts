import { setOperatingState } from '@/lib/keeping/commands/close-record';
import { deskPost } from '../../desk-post';
import { draftQuery, idOf, toRecord } from '../answers';

export const POST = deskPost('editRecords', async ({ staff, field, values }) => {
  const id = idOf(field('id'));
  const result = await setOperatingState(staff, { id, values });
  if (result.ok) return toRecord(id, { done: 'state' });
  if (result.error.code !== 'faults') return toRecord(id, { fault: result.error.code });
  return toRecord(id, await draftQuery(staff, `state:${id}`, values, result.error));
});
