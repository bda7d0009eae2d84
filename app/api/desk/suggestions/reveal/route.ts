import { hrefFor } from '@/lib/i18n/navigation';
import { revealSender } from '@/lib/suggestions/commands';
import { deskSuggestion } from '@/lib/suggestions/queries';
import { deskPost } from '../../desk-post';

/** Shows the sender's address once, and writes down that it was looked at. */
export const POST = deskPost('seeContacts', async ({ staff, field, locale }) => {
  const found = await deskSuggestion(staff, field('reference'));
  if (!found.ok || found.value === null) return { page: '/desk/suggestions' };
  const { id, reference } = found.value;
  const shown = await revealSender(staff, id);
  const path = hrefFor(locale, '/desk/suggestions/[reference]', { reference });
  if (!shown.ok) return { page: '/desk/suggestions', path };
  const notice = { kind: 'typed' as const, value: { [`sender ${id}`]: shown.value.email }, staffId: staff.id };
  return { page: '/desk/suggestions', path, notice };
});
