import { hrefFor } from '@/lib/i18n/navigation';
import { endOwnership } from '@/lib/suggestions/commands';
import { deskSuggestion } from '@/lib/suggestions/queries';
import { deskPost } from '../../desk-post';

/** Ends what an accepted claim allows. */
export const POST = deskPost('decideSuggestions', async ({ staff, field, locale }) => {
  const found = await deskSuggestion(staff, field('reference'));
  if (!found.ok || found.value === null) return { page: '/desk/suggestions' };
  const { id, reference } = found.value;
  const done = await endOwnership(staff, id);
  const query: Record<string, string> = done.ok ? { done: 'ended' } : { fault: done.error.code };
  return { page: '/desk/suggestions', path: hrefFor(locale, '/desk/suggestions/[reference]', { reference }, query) };
});
