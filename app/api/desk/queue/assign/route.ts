import { assignStory } from '@/lib/moderation/assignments';
import { deskPost } from '../../desk-post';
import { backWith, idOf } from '../back';

export const POST = deskPost('assign', async ({ staff, locale, field }) => {
  const wish = { submissionId: idOf(field('story')), evenNow: field('evenNow') !== '' };
  const result = await assignStory(staff, { ...wish, to: field('person') });
  const codes = result.ok ? { done: 'assigned' } : { fault: result.error.code };
  return { page: '/desk', path: backWith(field('back'), locale, codes) };
});
