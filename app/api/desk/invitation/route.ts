import { acceptInvitation } from '@/lib/accounts/invitations';
import { ProfileInput } from '@/lib/accounts/schema';
import { deskPost } from '../desk-post';
import { faultQuery } from '../fault-query';

export const POST = deskPost('open', async ({ headers, locale, field }) => {
  const secret = field('t').slice(0, 200);
  const name = field('name');
  const typed = { kind: 'typed' as const, value: { name: name.slice(0, 200) }, staffId: null };
  const profile = ProfileInput.safeParse({ name, locale });
  if (!profile.success) {
    return { page: '/desk/invitation', query: { fault: 'nameWrong', t: secret }, notice: typed };
  }
  const result = await acceptInvitation(headers, { ...profile.data, secret, password: field('password') });
  // The desk itself sends those who need a second factor to set it up.
  if (result.ok) return { page: '/desk', query: { done: 'welcome' }, cookies: result.value.cookies };
  return { page: '/desk/invitation', query: { ...faultQuery(result.error), t: secret }, notice: typed };
});
