import { setPublication } from '@/lib/keeping/commands/publication';
import { deskPost } from '../../desk-post';
import { idOf, toRecord } from '../answers';

export const POST = deskPost('editRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  const result = await setPublication(staff, { id, shown: true, reason: field('reason') });
  return toRecord(id, result.ok ? { done: 'shown' } : { fault: result.error.code });
});
