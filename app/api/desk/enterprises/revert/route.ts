import { revertChange } from '@/lib/keeping/commands/revert-change';
import { deskPost } from '../../desk-post';
import { idOf, toRecord } from '../answers';

const OWN = ['changedSince', 'notRevertible', 'numberTaken'];

export const POST = deskPost('editRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  const result = await revertChange(staff, { id, change: idOf(field('change')) });
  if (result.ok) return toRecord(id, { done: 'reverted' });
  const { error } = result;
  const code = OWN.includes(error.code) ? `revert.${error.code}` : error.code;
  return toRecord(id, { fault: code, ...(error.code === 'changedSince' ? { parts: error.parts.join(',') } : {}) });
});
