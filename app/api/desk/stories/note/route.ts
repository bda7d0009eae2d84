import { addNote } from '@/lib/moderation/notes';
import { deskPost } from '../../desk-post';
import { backWith, dropForm, idOf, keepForm } from '../story-post';

export const POST = deskPost('readQueue', async ({ staff, locale, field }) => {
  const id = idOf(field('story'));
  const result = await addNote(staff, id, field('note'));
  if (result.ok) await dropForm(staff, id);
  else await keepForm(staff, field, 'note', { note: field('note') });
  const codes = result.ok ? { done: 'note' } : { fault: result.error.code };
  return { page: '/desk', path: `${backWith(field('back'), locale, codes)}#notes` };
});
