import { askOwner } from '@/lib/keeping/owner/commands';
import { deskPost } from '../../desk-post';
import { idOf, staleQuery, toRecord } from '../../enterprises/answers';

export const POST = deskPost('editRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  const result = await askOwner(staff, id);
  const outcome: Record<string, string> = result.ok ? { done: 'asked' } : { fault: result.error.code };
  if (field('back') === 'record') return toRecord(id, outcome);
  return { page: '/desk/stale', query: { ...staleQuery(field), ...outcome } };
});
