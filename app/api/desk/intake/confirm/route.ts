import { confirmFor } from '@/lib/intake/commands';
import { deskPost } from '../../desk-post';

/** "I have seen the consent": the story comes into the queue. */
export const POST = deskPost('enterStory', async ({ staff, field }) => {
  if (field('seen') === '') return { page: '/desk/intake', query: { fault: 'notSeen' } };
  const revision = Number.parseInt(field('revision'), 10);
  const confirmed = await confirmFor(staff, { reference: field('reference'), revision });
  return { page: '/desk/intake', query: confirmed.ok ? { done: 'confirmed' } : { fault: confirmed.error.code } };
});
