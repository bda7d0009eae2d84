import { dropFactor } from '@/lib/accounts/factor';
import { hrefFor } from '@/lib/i18n/navigation';
import { deskPost } from '../../desk-post';

export const POST = deskPost('anyStaff', async ({ locale, staff }) => {
  const result = await dropFactor(staff);
  if (!result.ok) return { page: '/desk/code', query: { next: hrefFor(locale, '/desk/account') } };
  if (result.value.mustSetUp) return { page: '/desk/set-up-factor' };
  return { page: '/desk/account', query: { done: 'factorDropped' } };
});
