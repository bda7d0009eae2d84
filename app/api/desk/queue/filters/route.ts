import { hrefFor } from '@/lib/i18n/navigation';
import { saveFilter } from '@/lib/queue/saved-filters';
import { deskPost } from '../../desk-post';
import { backWith } from '../back';

export const POST = deskPost('readQueue', async ({ staff, locale, field }) => {
  const query = field('queue');
  const name = field('name');
  const result = await saveFilter(staff, { name, query });
  const path = backWith(`${hrefFor(locale, '/desk')}?${query}`, locale, {
    ...(result.ok ? { done: 'filterSaved' } : { fault: result.error.code }),
  });
  const typed = { kind: 'typed' as const, value: { filterName: name.slice(0, 200) }, staffId: staff.id };
  return { page: '/desk', path, ...(!result.ok && { notice: typed }) };
});
