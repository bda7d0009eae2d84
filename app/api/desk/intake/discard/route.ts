import { discardIntake } from '@/lib/intake/commands';
import { deskPost } from '../../desk-post';

export const POST = deskPost('enterStory', async ({ staff, field }) => {
  const discarded = await discardIntake(staff, Number.parseInt(field('id'), 10) || 0);
  return { page: '/desk/intake', query: discarded.ok ? { done: 'discarded' } : { fault: discarded.error.code } };
});
