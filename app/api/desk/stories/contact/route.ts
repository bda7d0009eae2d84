import { revealContact } from '@/lib/moderation/reveal-contact';
import { deskPost } from '../../desk-post';
import { backWith, idOf } from '../story-post';

export const POST = deskPost('seeContacts', async ({ staff, locale, field }) => {
  const result = await revealContact(staff, idOf(field('story')));
  const codes = result.ok ? { done: 'contact' } : { fault: result.error.code };
  return { page: '/desk', path: `${backWith(field('back'), locale, codes)}#private` };
});
