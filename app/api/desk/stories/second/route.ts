import { confirmRejection, returnRejection } from '@/lib/moderation/second-person';
import { deskPost } from '../../desk-post';
import { dropForm, idOf, keepForm, nextPath, numberOf, storyPath } from '../story-post';

export const POST = deskPost('reject', async ({ staff, locale, field }) => {
  const id = idOf(field('story'));
  const queue = field('queue');
  const second = {
    ...{ submissionId: id, proposal: numberOf(field('proposal')), revision: numberOf(field('revision')) },
  };
  const result =
    field('act') === 'confirm'
      ? await confirmRejection(staff, second)
      : await returnRejection(staff, { ...second, note: field('note') });
  if (result.ok) {
    await dropForm(staff, id);
    return { page: '/desk', path: await nextPath(staff, locale, { id, event: result.value.event, queue }) };
  }
  await keepForm(staff, field, 'return', { note: field('note') });
  return { page: '/desk', path: await storyPath(id, locale, { queue, fault: result.error.code }) };
});
