import 'server-only';
import { authorise, type Staff } from '@/lib/accounts/access-rules';
import type { QueueFilter } from '@/lib/queue/filter';
import { nextInQueue, type QueueRow } from '@/lib/queue/queries';
import { fail, ok, type Result } from '@/lib/shared/result';
import { type ClaimError, claimStory } from './claims';

/** As often another is tried when a colleague was faster. */
const TRIES = 10;

/**
 * Takes the next thing of the queue (`nextInQueue`): a story that is free becomes this person's; what cannot be claimed (an
 * appeal, a recommendation) is only shown. Needs the right `claim`.
 * @param after id of the story that they come from
 */
export async function takeNext(
  staff: Staff,
  filter: QueueFilter,
  after: number | null,
  now = new Date(),
): Promise<Result<QueueRow, ClaimError | { code: 'nothingNext' }>> {
  const allowed = authorise(staff, 'claim', now);
  if (!allowed.ok) return allowed;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const next = nextInQueue(staff, filter, after, now);
    if (!next.ok) return next;
    const row = next.value;
    if (row === null) break;
    if (row.state !== 'pending') return ok(row);
    const claimed = await claimStory(staff, row.objectId, now);
    if (claimed.ok) return ok(row);
    const { code } = claimed.error;
    if (code !== 'claimed' && code !== 'assigned' && code !== 'notAllowed') return claimed;
  }
  return fail({ code: 'nothingNext' });
}
