import { resetPassword } from '@/lib/accounts/reset';
import { deskPost } from '../desk-post';
import { faultQuery } from '../fault-query';

export const POST = deskPost('open', async ({ headers, field }) => {
  const token = field('t').slice(0, 200);
  const result = await resetPassword(headers, { token, password: field('password') });
  if (result.ok) return { page: '/desk/sign-in', query: { done: 'newPassword' } };
  return { page: '/desk/new-password', query: { ...faultQuery(result.error), t: token } };
});
