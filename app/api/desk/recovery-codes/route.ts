import { renewRecoveryCodes } from '@/lib/accounts/factor';
import { hrefFor } from '@/lib/i18n/navigation';
import { deskPost } from '../desk-post';

export const POST = deskPost('anyStaff', async ({ locale, staff }) => {
  const result = await renewRecoveryCodes(staff);
  if (!result.ok) return { page: '/desk/code', query: { next: hrefFor(locale, '/desk/account') } };
  const notice = { kind: 'recoveryCodes' as const, value: { codes: result.value }, staffId: staff.id };
  return { page: '/desk/recovery-codes', notice };
});
