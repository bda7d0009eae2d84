import { deskPath } from '@/lib/accounts/desk-path';
import { showPasskeyAgain } from '@/lib/accounts/sign-in';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('session', async ({ headers, locale, staff, field }) => {
  const path = deskPath(field('next'), locale);
  const result = await showPasskeyAgain(headers, staff, field('response'));
  if (result.ok) return { page: '/desk', path };
  return { page: '/desk/code', query: { ...faultQuery(result.error), next: path } };
});
