import { undoDecisions } from '@/lib/moderation/undo';
import { deskPost } from '../../desk-post';
import { backWith, numberOf, storyPath } from '../story-post';

export const POST = deskPost('undoDecision', async ({ staff, locale, field }) => {
  const result = await undoDecisions(staff, { event: numberOf(field('event')) });
  if (!result.ok) return { page: '/desk', path: backWith(field('back'), locale, { fault: result.error.code }) };
  const id = result.value.undone[0]?.submissionId ?? -1;
  return { page: '/desk', path: await storyPath(id, locale, { done: 'undone' }) };
});
