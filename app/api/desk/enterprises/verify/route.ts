import { verifyRecord } from '@/lib/keeping/commands/verify-record';
import { deskPost } from '../../desk-post';
import { idOf, staleQuery, toRecord } from '../answers';

export const POST = deskPost('editRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  const result = await verifyRecord(staff, { id, method: field('method') });
  const query: Record<string, string> = result.ok ? { done: 'verified' } : { fault: result.error.code };
  if (field('back') === 'stale') return { page: '/desk/stale', query: { ...staleQuery(field), ...query } };
  return toRecord(id, query);
});
