import 'server-only';
import { db, type Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { fail, ok, type Result } from '@/lib/shared/result';
import { confirmPractice } from '@/lib/stories/commands';
import type { FollowUpAnswer } from '@/lib/stories/follow-up';
import { toDay } from '../calendar';
import { appendEvent } from '../events';
import { notifyAuthor } from '../notify';
import { findToken, isOpen, issueToken } from '../tokens';
import { transition } from '../transition';

/** Asks the author of a published story whether the practice goes on (E18), in the caller's transaction. */
export async function askFollowUp(tx: Tx, submissionId: number, now: Date): Promise<boolean> {
  const story = await tx.story.findFirst({ where: { submissionId, publication: 'published' }, select: { slug: true } });
  if (!story) return false;
  const step = { submissionId, transition: 'follow_up', actor: { kind: 'system' }, revision: null, now } as const;
  if (!(await transition(tx, step)).ok) return false;
  const answer = await issueToken(tx, { purpose: 'follow_up', submissionId, now });
  await notifyAuthor(tx, { submissionId, template: 'followUp', values: { slug: story.slug, answer }, now });
  return true;
}

/** The story that a link of E18 asks about. */
export interface FollowUpView {
  title: string;
  locale: Locale;
  slug: string;
}

/** What a link asks about; null for one that opens nothing (any more). Changes nothing. */
export async function findFollowUp(token: string, now = new Date()): Promise<FollowUpView | null> {
  const id = await storyOf(db(), token, now);
  if (id === null) return null;
  const story = await db().submission.findUniqueOrThrow({
    where: { id },
    select: { title: true, reference: true, locale: true, story: { select: { slug: true } } },
  });
  if (!story.story) return null;
  return { title: story.title ?? story.reference, locale: story.locale as Locale, slug: story.story.slug };
}

/**
 * Notes what the author answered: the public page says it with its day. Whoever presses another button later changes it.
 * Errors: `notFound` for a link that opens nothing, or a story that is not public (any more).
 */
export function answerFollowUp(
  token: string,
  answer: FollowUpAnswer,
  now = new Date(),
): Promise<Result<null, { code: 'notFound' } | StorageTrouble>> {
  return writing<null, { code: 'notFound' }>(async (tx) => {
    const submissionId = await storyOf(tx, token, now);
    if (submissionId === null) return fail({ code: 'notFound' });
    await confirmPractice(tx, submissionId, { stillAlive: answer, day: toDay(now) });
    await appendEvent(tx, { submissionId, kind: 'follow_up_answered', actor: { kind: 'submitter' }, now });
    return ok(null);
  });
}

async function storyOf(tx: Tx, token: string, now: Date): Promise<number | null> {
  const found = await findToken(tx, token, 'follow_up');
  if (!found?.submissionId || !isOpen(found, now)) return null;
  const isPublic = await tx.submission.count({ where: { id: found.submissionId, state: 'published' } });
  return isPublic > 0 ? found.submissionId : null;
}
