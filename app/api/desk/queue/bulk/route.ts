import { hrefFor } from '@/lib/i18n/navigation';
import { doBulk } from '@/lib/queue/bulk';
import { isBulkAction } from '@/lib/queue/bulk-rules';
import { readQueueQuery, toQueueQuery } from '@/lib/queue/filter';
import { deskPost } from '../../desk-post';
import { backWith } from '../back';

/** The right of the act itself is checked by `doBulk`. */
export const POST = deskPost('readQueue', async ({ staff, locale, field, fields }) => {
  const action = field('act');
  const queue = toQueueQuery(readQueueQuery(field('queue')));
  if (!isBulkAction(action)) {
    return { page: '/desk', path: backWith(`${hrefFor(locale, '/desk')}?${queue}`, locale, { fault: 'actionWrong' }) };
  }
  const items = fields('item')
    .map(readItem)
    .filter((item) => item !== null);
  const wish = { action, items, reason: field('reason'), person: field('person') };
  const result = await doBulk(staff, wish);
  const keep: Record<string, string> = queue === '' ? {} : { queue };
  if (result.ok) return { page: '/desk', path: hrefFor(locale, '/desk/bulk/[id]', { id: result.value.id }, keep) };
  const again = new URLSearchParams({ act: action, ...keep });
  for (const { id } of items) again.append('item', String(id));
  return {
    page: '/desk',
    path: backWith(`${hrefFor(locale, '/desk/bulk')}?${again}`, locale, { fault: result.error.code }),
  };
});

/** A story with the revision that the preview showed, as the form writes it: 17:4. */
function readItem(value: string): { id: number; revision: number } | null {
  const [, id, revision] = /^(\d{1,12}):(\d{1,9})$/.exec(value) ?? [];
  return id === undefined ? null : { id: Number(id), revision: Number(revision) };
}
