import { hrefFor } from '@/lib/i18n/navigation';
import { takeNext } from '@/lib/moderation/take-next';
import { readQueueQuery } from '@/lib/queue/filter';
import { QUEUE_SOURCES } from '@/lib/queue/sources';
import { deskPost } from '../../desk-post';
import { backWith, idOf } from '../back';

export const POST = deskPost('claim', async ({ staff, locale, field }) => {
  const query = field('queue');
  const after = field('after');
  const taken = await takeNext(staff, readQueueQuery(query), after === '' ? null : idOf(after));
  const queue = `${hrefFor(locale, '/desk')}${query === '' ? '' : `?${query}`}`;
  if (!taken.ok) return { page: '/desk', path: backWith(queue, locale, { fault: taken.error.code }) };
  const source = QUEUE_SOURCES[taken.value.source];
  if (!source) return { page: '/desk', path: queue };
  const keep: Record<string, string> = query === '' ? {} : { queue: query };
  return { page: source.page, path: hrefFor(locale, source.page, source.params(taken.value), keep) };
});
