import 'server-only';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { APPEAL_MAX } from '@/lib/moderation/rules';
import { fail, ok, type Result } from '@/lib/shared/result';
import { promiseFrom, toDay } from '../calendar';
import { contactOf, saveContact } from '../contacts';
import { appendEvent } from '../events';
import { notifyAuthor } from '../notify';
import { appealUntil } from '../rules';
import { countSigns } from '../schema';
import { openStatus } from '../status-door';
import { transition } from '../transition';
import { tidy } from '../values';

export type AppealError =
  | { code: 'notFound' }
  /** There is no decision to object to. */
  | { code: 'notAllowed' }
  /** More than 20 days after the decision. */
  | { code: 'tooLate' }
  /** One appeal for a story. */
  | { code: 'again' }
  | { code: 'required' | 'tooLong' }
  | StorageTrouble;

/** Objects to a rejection or to being taken away, once, within 20 days, in 2,000 signs. Somebody else decides. */
export function appeal(wish: {
  token: string;
  text: string;
  now?: Date;
}): Promise<Result<{ reference: string }, AppealError>> {
  const { token, now = new Date() } = wish;
  const text = tidy(wish.text);
  return writing<{ reference: string }, Exclude<AppealError, StorageTrouble>>(async (tx) => {
    const story = await openStatus(tx, token, now);
    if (!story) return fail({ code: 'notFound' });
    if ((await tx.appeal.count({ where: { submissionId: story.id } })) > 0) return fail({ code: 'again' });
    const until = appealUntil(story.state, story.stateSince);
    if (until === null) return fail({ code: 'notAllowed' });
    if (toDay(now) > until) return fail({ code: 'tooLate' });
    if (text === '') return fail({ code: 'required' });
    // Counting signs of a very long text costs; it is too long by its length already.
    if (text.length > APPEAL_MAX * 8 || countSigns(text) > APPEAL_MAX) return fail({ code: 'tooLong' });
    const { id: submissionId, reference } = story;
    const step = { submissionId, transition: 'appeal', actor: { kind: 'submitter' }, revision: null, now } as const;
    const stepped = await transition(tx, step);
    if (!stepped.ok) throw new Error(`An appeal was refused: ${stepped.error.code}`);
    await tx.appeal.create({ data: { submissionId, text, createdAt: now } });
    const { decisionBy } = promiseFrom(now);
    await notifyAuthor(tx, { submissionId, template: 'appealReceived', values: { decisionBy }, now });
    return ok({ reference });
  });
}

/** Keeps the contact of a published story for another 24 months, at its author's wish. */
export function renewContact(
  token: string,
  now = new Date(),
): Promise<Result<{ reference: string }, { code: 'notFound' } | StorageTrouble>> {
  return writing<{ reference: string }, { code: 'notFound' }>(async (tx) => {
    const story = await openStatus(tx, token, now);
    const contact = story && (await contactOf(tx, story.id));
    if (!story || !contact) return fail({ code: 'notFound' });
    await saveContact(tx, story.id, contact, now);
    await appendEvent(tx, { submissionId: story.id, kind: 'renew_contact', actor: { kind: 'submitter' }, now });
    return ok({ reference: story.reference });
  });
}
