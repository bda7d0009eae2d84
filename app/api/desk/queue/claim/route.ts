import { claimStory } from '@/lib/moderation/claims';
import { deskPost } from '../../desk-post';
import { backWith, idOf } from '../back';

export const POST = deskPost('claim', async ({ staff, locale, field }) => {
  const result = await claimStory(staff, idOf(field('story')));
  const codes = result.ok ? { done: 'claimed' } : { fault: result.error.code };
  return { page: '/desk', path: backWith(field('back'), locale, codes) };
});
