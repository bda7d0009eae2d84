import { removeFilter } from '@/lib/queue/saved-filters';
import { deskPost } from '../../../desk-post';
import { backWith, idOf } from '../../back';

export const POST = deskPost('readQueue', async ({ staff, locale, field }) => {
  const result = await removeFilter(staff, idOf(field('filter')));
  const codes = result.ok ? { done: 'filterRemoved' } : { fault: result.error.code };
  return { page: '/desk', path: backWith(field('back'), locale, codes) };
});
