import { deskPath } from '@/lib/accounts/desk-path';
import { signIn } from '@/lib/accounts/sign-in';
import { deskPost } from '../desk-post';
import { faultQuery } from '../fault-query';

export const POST = deskPost('open', async ({ headers, locale, field }) => {
  const email = field('email');
  const next = field('next') === '' ? undefined : deskPath(field('next'), locale);
  const result = await signIn(headers, { email, password: field('password') });
  if (!result.ok) {
    const typed = { kind: 'typed' as const, value: { email: email.slice(0, 200) }, staffId: null };
    return { page: '/desk/sign-in', query: { ...faultQuery(result.error), next }, notice: typed };
  }
  const { cookies } = result.value;
  if (result.value.next === 'code') return { page: '/desk/code', query: { next }, cookies };
  return { page: '/desk', path: next, cookies };
});
