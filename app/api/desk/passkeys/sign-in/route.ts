import { deskPath } from '@/lib/accounts/desk-path';
import { passByPasskey } from '@/lib/accounts/sign-in';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('open', async ({ headers, locale, field }) => {
  const path = field('next') === '' ? undefined : deskPath(field('next'), locale);
  const result = await passByPasskey(headers, field('response'));
  if (result.ok) return { page: '/desk', path, cookies: result.value.cookies };
  const page = result.error.code === 'gone' ? '/desk/sign-in' : '/desk/code';
  return { page, query: { ...faultQuery(result.error), next: path } };
});
