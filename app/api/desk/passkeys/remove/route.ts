import { removePasskey } from '@/lib/accounts/passkeys';
import { hrefFor } from '@/lib/i18n/navigation';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('anyStaff', async ({ locale, staff, field }) => {
  const result = await removePasskey(staff, field('passkey'));
  if (result.ok) return { page: '/desk/account', query: { done: 'passkeyRemoved' } };
  if (result.error.code !== 'showFactor') return { page: '/desk/account', query: faultQuery(result.error) };
  return { page: '/desk/code', query: { next: hrefFor(locale, '/desk/account') } };
});
