import { unmergeRecord } from '@/lib/keeping/commands/unmerge-records';
import { deskPost } from '../../desk-post';
import { idOf, toRecord } from '../answers';

export const POST = deskPost('editRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  const result = await unmergeRecord(staff, { id });
  return toRecord(id, result.ok ? { done: 'unmerged' } : { fault: result.error.code });
});
