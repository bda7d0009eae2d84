import { changeRole } from '@/lib/accounts/people';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('managePeople', async ({ staff, field }) => {
  const result = await changeRole(staff, { id: field('person') }, field('role'));
  return { page: '/desk/people', query: result.ok ? { done: 'roleChanged' } : faultQuery(result.error) };
});
