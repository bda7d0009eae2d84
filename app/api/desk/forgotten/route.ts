import { requestReset } from '@/lib/accounts/reset';
import { deskPost } from '../desk-post';
import { faultQuery } from '../fault-query';

export const POST = deskPost('open', async ({ headers, field }) => {
  const result = await requestReset(headers, field('email'));
  if (!result.ok) return { page: '/desk/forgotten', query: faultQuery(result.error) };
  // Not awaited: how long it takes would tell whether the address is a member's of staff.
  result.value.done.catch((error: unknown) => console.error('A mail for a new password could not be queued', error));
  return { page: '/desk/forgotten', query: { done: 'sent' } };
});
