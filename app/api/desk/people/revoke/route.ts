import { revokeInvitation } from '@/lib/accounts/invitations';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('managePeople', async ({ staff, field }) => {
  const id = Number(field('invitation'));
  const result = await revokeInvitation(staff, Number.isSafeInteger(id) ? id : 0);
  return { page: '/desk/people', query: result.ok ? { done: 'revoked' } : faultQuery(result.error) };
});
