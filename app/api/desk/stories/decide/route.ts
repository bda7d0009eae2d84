import type { StaffDecision } from '@/lib/moderation/decide-as-staff';
import { findDraft } from '@/lib/moderation/decision-drafts';
import { addNote } from '@/lib/moderation/notes';
import { offeredText } from '@/lib/moderation/reasons';
import { isStaffTransition } from '@/lib/moderation/staff-rights';
import { decideAndTakeNext } from '@/lib/moderation/take-next';
import { readQueueQuery } from '@/lib/queue/filter';
import { deskPost } from '../../desk-post';
import { dropForm, idOf, keepForm, numberOf, pathAfter, storyPath } from '../story-post';

/** What a form of a decision may hold beside hidden fields; kept when it is refused. */
const TYPED = ['reason', 'note', 'other', 'known', 'publishOn'] as const;

export const POST = deskPost('recommend', async ({ staff, locale, field }) => {
  const id = idOf(field('story'));
  const transition = field('decision');
  const queue = field('queue');
  if (!isStaffTransition(transition))
    return { page: '/desk', path: await storyPath(id, locale, { queue, fault: 'notAllowed' }) };
  const requests = transition === 'request_changes' ? (await findDraft(staff, id)).requests : undefined;
  if (requests?.length === 0)
    return { page: '/desk', path: await storyPath(id, locale, { queue, fault: 'nothingCollected' }, '#ask') };
  const wish: StaffDecision = {
    ...{ submissionId: id, transition, revision: numberOf(field('revision')) },
    ...{ reason: field('reason') || null, note: field('note') || null },
    ...(requests && { requests }),
    other: field('known') || slugOf(field('other')),
    publishOn: transition === 'schedule' || field('when') === 'day' ? field('publishOn') || 'missing' : null,
    publishNow: field('when') === 'now',
  };
  const decided = await decideAndTakeNext(staff, wish, readQueueQuery(queue));
  if (decided.ok) {
    // What a volunteer recommends is read by the moderator beside the story.
    if (transition === 'recommend' && field('note') !== '') await addNote(staff, id, field('note'));
    await dropForm(staff, id, transition === 'request_changes');
    const { event, next } = decided.value;
    return { page: '/desk', path: await pathAfter(locale, { id, event, queue, next }) };
  }
  const { code } = decided.error;
  const values = Object.fromEntries(TYPED.map((name) => [name, field(name)]));
  // Without a script the offered words come with the answer.
  if (code === 'noteNeeded' && values.reason) values.note = await offeredText(values.reason, id);
  await keepForm(staff, field, transition, values);
  return { page: '/desk', path: await storyPath(id, locale, { queue, fault: code }, anchorOf(code, transition)) };
});

/** A conflict is read first; any other fault is mended in its form. */
const anchorOf = (code: string, transition: string) => (code === 'stale' ? '' : `#form-${transition}`);

/** The whole address of a story, or its last part. */
const slugOf = (typed: string) => typed.trim().split(/[?#]/, 1)[0]?.split('/').filter(Boolean).at(-1) ?? '';
