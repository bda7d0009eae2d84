import { changePassword } from '@/lib/accounts/own-account';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('anyStaff', async ({ headers, staff, field }) => {
  const result = await changePassword(headers, staff, { current: field('current'), password: field('password') });
  return { page: '/desk/account', query: result.ok ? { done: 'password' } : faultQuery(result.error) };
});
