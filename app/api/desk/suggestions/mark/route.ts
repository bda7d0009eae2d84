import { hrefFor } from '@/lib/i18n/navigation';
import { markSuggestion } from '@/lib/suggestions/commands';
import { deskSuggestion } from '@/lib/suggestions/queries';
import { deskPost } from '../../desk-post';

/** Puts a suggestion away as spam, or takes it back. */
export const POST = deskPost('decideSuggestions', async ({ staff, field, locale }) => {
  const found = await deskSuggestion(staff, field('reference'));
  if (!found.ok || found.value === null) return { page: '/desk/suggestions' };
  const spam = field('spam') === 'yes';
  const { id: suggestionId, reference } = found.value;
  const done = await markSuggestion(staff, { suggestionId, version: Number(field('version')), spam });
  if (done.ok) return { page: '/desk/suggestions', query: { done: spam ? 'spam' : 'notSpam' } };
  const query = { fault: done.error.code };
  return { page: '/desk/suggestions', path: hrefFor(locale, '/desk/suggestions/[reference]', { reference }, query) };
});
