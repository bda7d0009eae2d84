import { isCheckPoint } from '@/lib/moderation/check-points';
import { saveChecklist } from '@/lib/moderation/checklist';
import { deskPost } from '../../desk-post';
import { backWith, idOf } from '../story-post';

export const POST = deskPost('recommend', async ({ staff, locale, field, fields }) => {
  const result = await saveChecklist(staff, idOf(field('story')), fields('point').filter(isCheckPoint));
  const codes = result.ok ? { done: 'checked' } : { fault: result.error.code };
  return { page: '/desk', path: backWith(field('back'), locale, codes) };
});
