import { signOut } from '@/lib/accounts/sign-in';
import { deskPost } from '../desk-post';

export const POST = deskPost('session', async ({ headers, staff }) => ({
  page: '/desk/sign-in',
  query: { done: 'signedOut' },
  cookies: await signOut(headers, staff),
}));
