import { startFactor } from '@/lib/accounts/factor';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('session', async ({ headers, staff, field }) => {
  const result = await startFactor(headers, staff, field('password'));
  if (result.ok) return { page: '/desk/set-up-factor' };
  const page = result.error.code === 'already' ? '/desk/account' : '/desk/set-up-factor';
  return { page, query: { ...faultQuery(result.error), at: 'password' } };
});
