import { resetFactor } from '@/lib/accounts/people';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('managePeople', async ({ staff, field }) => {
  const result = await resetFactor(staff, { id: field('person') });
  return { page: '/desk/people', query: result.ok ? { done: 'factorReset' } : faultQuery(result.error) };
});
