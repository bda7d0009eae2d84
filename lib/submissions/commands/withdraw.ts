import 'server-only';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { cancelMails } from '@/lib/mail/outbox';
import type { TransitionError } from '@/lib/moderation/rules';
import { fail, ok, type Result } from '@/lib/shared/result';
import { toDay } from '../calendar';
import { notifyAuthor } from '../notify';
import { contactEraseOn } from '../retention-rules';
import { openStatus } from '../status-door';
import { transition } from '../transition';

export type AuthorError = { code: 'notFound' } | TransitionError | StorageTrouble;

/**
 * Takes a story back at its author's wish, at once and in every state: in the same transaction it leaves pages, lists, map,
 * feeds and search, and the content version moves, so that no cache has it any more. A second press gets the same answer.
 */
export function withdraw(token: string, now = new Date()): Promise<Result<{ reference: string }, AuthorError>> {
  return writing<{ reference: string }, { code: 'notFound' } | TransitionError>(async (tx) => {
    const story = await openStatus(tx, token, now);
    if (!story) return fail({ code: 'notFound' });
    const { id: submissionId, reference } = story;
    if (story.state === 'withdrawn') return ok({ reference });
    const stepped = await transition(tx, {
      ...{ submissionId, transition: 'withdraw', revision: null, now, actor: { kind: 'submitter' } },
    });
    if (!stepped.ok) {
      if (stepped.error.code === 'stale') throw new Error('A step without a revision was stale');
      return fail(stepped.error as { code: 'notFound' } | TransitionError);
    }
    await cancelMails(tx, submissionId);
    const until = contactEraseOn({ state: 'withdrawn', stateSince: now, publishedAt: story.publishedAt, savedAt: now });
    const values = { contactUntil: toDay(until ?? now) };
    await notifyAuthor(tx, { submissionId, template: 'withdrawn', values, now });
    return ok({ reference });
  });
}
