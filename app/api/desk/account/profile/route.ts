import { saveProfile } from '@/lib/accounts/own-account';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('anyStaff', async ({ staff, field }) => {
  const result = await saveProfile(staff, { name: field('name'), locale: field('language') });
  if (!result.ok) return { page: '/desk/account', query: faultQuery(result.error) };
  return { page: '/desk/account', query: { done: 'profile' }, locale: result.value.locale };
});
