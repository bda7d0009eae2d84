import { askOwner } from '@/lib/keeping/owner/commands';
import { deskPost } from '../../desk-post';
import { idOf, staleQuery } from '../../enterprises/answers';

export const POST = deskPost('editRecords', async ({ staff, field }) => {
  const result = await askOwner(staff, idOf(field('id')));
  return {
    page: '/desk/stale',
    query: { ...staleQuery(field), ...(result.ok ? { done: 'asked' } : { fault: result.error.code }) },
  };
});
