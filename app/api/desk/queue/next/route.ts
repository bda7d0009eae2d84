import { hrefFor } from '@/lib/i18n/navigation';
import { takeNext } from '@/lib/moderation/take-next';
import { readQueueQuery } from '@/lib/queue/filter';
import { QUEUE_SOURCES } from '@/lib/queue/sources';
import { deskPost } from '../../desk-post';
import { storyPath } from '../../stories/story-post';
import { backWith, idOf } from '../back';

export const POST = deskPost('claim', async ({ staff, locale, field }) => {
  const query = field('queue');
  const after = field('after');
  const taken = await takeNext(staff, readQueueQuery(query), after === '' ? null : idOf(after));
  const queue = `${hrefFor(locale, '/desk')}${query === '' ? '' : `?${query}`}`;
  if (!taken.ok) {
    const { error } = taken;
    // A volunteer goes on with the story that they have.
    const path =
      error.code === 'oneAtATime'
        ? await storyPath(error.submissionId, locale, { queue: query, fault: error.code })
        : backWith(queue, locale, { fault: error.code });
    return { page: '/desk', path };
  }
  const source = QUEUE_SOURCES[taken.value.source];
  if (!source) return { page: '/desk', path: queue };
  const keep: Record<string, string> = query === '' ? {} : { queue: query };
  return { page: source.page, path: hrefFor(locale, source.page, source.params(taken.value), keep) };
});
