import { closeStaff } from '@/lib/accounts/people';
import { returnWorkToPool } from '@/lib/accounts/returned-work';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('managePeople', async ({ staff, field }) => {
  const result = await closeStaff(staff, { id: field('person') }, returnWorkToPool);
  return { page: '/desk/people', query: result.ok ? { done: 'closed' } : faultQuery(result.error) };
});
