import { endOwnSessions } from '@/lib/accounts/own-account';
import { deskPost } from '../../desk-post';

/** Ends one session of one's own (`session`), or all others. */
export const POST = deskPost('anyStaff', async ({ staff, field }) => {
  const id = field('session');
  await endOwnSessions(staff, id === '' ? 'others' : { id });
  return { page: '/desk/account', query: { done: 'sessions' } };
});
