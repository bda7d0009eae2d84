import { addPasskey } from '@/lib/accounts/passkeys';
import { hrefFor } from '@/lib/i18n/navigation';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('anyStaff', async ({ locale, staff, field }) => {
  const result = await addPasskey(staff, { name: field('name'), response: field('response') });
  if (result.ok) return { page: '/desk/account', query: { done: 'passkeyAdded' } };
  if (result.error.code !== 'showFactor') return { page: '/desk/account', query: faultQuery(result.error) };
  return { page: '/desk/code', query: { next: hrefFor(locale, '/desk/account') } };
});
