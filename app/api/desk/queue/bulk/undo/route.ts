import { hrefFor } from '@/lib/i18n/navigation';
import { undoBulk } from '@/lib/queue/bulk-acts';
import { deskPost } from '../../../desk-post';
import { backWith } from '../../back';

/** The right of the act itself is checked by `undoBulk`. */
export const POST = deskPost('readQueue', async ({ staff, locale, field }) => {
  const id = field('bulk');
  const result = await undoBulk(staff, id);
  const here = hrefFor(locale, '/desk/bulk/[id]', { id: id === '' ? '-' : id });
  return { page: '/desk', path: backWith(here, locale, result.ok ? {} : { fault: result.error.code }) };
});
