import { invite } from '@/lib/accounts/invitations';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('managePeople', async ({ staff, field }) => {
  const input = { email: field('email'), role: field('role'), locale: field('language') || undefined };
  const byMail = field('byMail') !== '';
  const result = await invite(staff, input, { byMail });
  if (result.ok) {
    const { link, email } = result.value;
    const notice = { kind: 'invited' as const, value: { link, email, byMail }, staffId: staff.id };
    return { page: '/desk/people', query: { done: 'invited' }, notice };
  }
  const typed = { kind: 'typed' as const, value: { email: input.email.slice(0, 200) }, staffId: staff.id };
  return { page: '/desk/people', query: faultQuery(result.error), notice: typed };
});
