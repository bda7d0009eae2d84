import { finishFactor } from '@/lib/accounts/factor';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('session', async ({ headers, staff, field }) => {
  const result = await finishFactor(headers, staff, field('code'));
  if (!result.ok) return { page: '/desk/set-up-factor', query: faultQuery(result.error) };
  const { cookies, recoveryCodes } = result.value;
  const notice = { kind: 'recoveryCodes' as const, value: { codes: recoveryCodes }, staffId: staff.id };
  return { page: '/desk/recovery-codes', cookies, notice };
});
