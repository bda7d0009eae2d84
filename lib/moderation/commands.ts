import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { addDays, promiseFrom, toDay } from '@/lib/submissions/calendar';
import { contactOf } from '@/lib/submissions/contacts';
import type { EventDetails } from '@/lib/submissions/events';
import type { FieldName } from '@/lib/submissions/fields';
import { mailConfirmation, notifyAuthor } from '@/lib/submissions/notify';
import { TOKEN_DAYS } from '@/lib/submissions/tokens';
import { type StepError, type Stepped, transition } from '@/lib/submissions/transition';
import { type Actor, APPEAL_DAYS, CHANGES_DAYS, HIDDEN_DAYS, type Transition } from './rules';
import { staffChangesOf } from './staff-changes';

/** A passage that the author is asked to change. */
export interface PassageRequest {
  field: FieldName;
  /** The passage as it stands; null for the question as a whole. */
  quote: string | null;
  /** Code of the reason. */
  reason: string;
  /** What is asked, in the author's language. */
  note: string;
}

/** A decision of staff. */
export interface Decision {
  submissionId: number;
  transition: Transition;
  actor: Actor;
  /** The revision that was looked at; a newer one refuses the decision. */
  revision: number;
  /** Code of the reason, for the log. */
  reason?: string | null;
  /** The reason in words, for the author; a decision against the story needs one. */
  note?: string | null;
  /** Only of `request_changes`, at least one. */
  requests?: readonly PassageRequest[];
  /** Only of `merge`: the other story, published. */
  other?: { id: number; title: string; slug: string };
  /** Only of `approve` and `schedule`: the day on which the story is to be published, YYYY-MM-DD. */
  publishOn?: string | null;
  /** The author is not told: another step of the same decision does it. */
  isQuiet?: boolean;
  /** The author's mail waits until then, as long as the decision can be undone. */
  mailOn?: Date;
  now?: Date;
}

export type DecisionError = StepError | { code: 'noteNeeded' } | StorageTrouble;

/** Decisions that say no; their author is told why, in words. */
const NEED_A_NOTE: readonly Transition[] = ['reject', 'hide', 'unpublish', 'uphold', 'decline_edit'];

/**
 * Makes a decision: the step, what goes with it, and the author's mail, in one transaction. A decision that is refused has
 * written nothing and sends nothing. Who may decide what is the rules' (`nextState`); that the actor is who they say is the
 * caller's.
 */
export function decide(decision: Decision): Promise<Result<Stepped, DecisionError>> {
  return writing<Stepped, StepError | { code: 'noteNeeded' }>((tx) => decideIn(tx, decision));
}

/** The same inside a transaction that is already open. */
export async function decideIn(
  tx: Tx,
  decision: Decision,
): Promise<Result<Stepped, StepError | { code: 'noteNeeded' }>> {
  const { submissionId, now = new Date() } = decision;
  if (isNoteMissing(decision)) return fail({ code: 'noteNeeded' });
  const actor = await withDecider(tx, decision);
  const stepped = await transition(tx, { ...decision, actor, details: detailsOf(decision), now });
  if (!stepped.ok) return stepped;
  await keepDays(tx, decision, now);
  if (decision.transition === 'request_changes') await writeRequests(tx, submissionId, decision, now);
  if (!decision.isQuiet) await tellAuthor(tx, decision, stepped.value, now);
  return ok(stepped.value);
}

function isNoteMissing({ transition: name, note, requests }: Decision): boolean {
  if (NEED_A_NOTE.includes(name)) return !note?.trim();
  return name === 'request_changes' && !requests?.some((request) => request.note.trim() !== '');
}

function detailsOf({ requests, actor, other }: Decision): EventDetails | undefined {
  const second = actor.kind === 'staff' ? actor.second?.id : undefined;
  if (!requests && !second && !other) return undefined;
  return {
    ...(requests && { fields: [...new Set(requests.map(({ field }) => field))] }),
    ...(second && { second: [second] }),
    ...(other && { story: other.id }),
  };
}

/** The day of publication of a scheduled story, and of a story on paper the day from which our promise counts. */
async function keepDays(tx: Tx, { submissionId, transition: name, publishOn }: Decision, now: Date): Promise<void> {
  const where = { id: submissionId };
  if (name === 'schedule') {
    await tx.submission.updateMany({ where, data: { publishOn: publishOn ?? toDay(now) } });
    await refreshStoryInQueue(tx, submissionId);
  } else if (name === 'confirm_for')
    await tx.submission.updateMany({ where: { ...where, confirmedAt: null }, data: { confirmedAt: now } });
  else if (name !== 'approve') (await rows(tx)).update('Submission', where, { publishOn: null });
}

/** The appeal is answered by others than these, from the log: the caller need not be believed. */
async function withDecider(tx: Tx, { submissionId, transition: name, actor }: Decision): Promise<Actor> {
  if (actor.kind !== 'staff' || (name !== 'uphold' && name !== 'overturn')) return actor;
  return { ...actor, decidedBy: await decidersOf(tx, submissionId) };
}

/** Ids of whoever made the newest decision against a story, of a rejection both. */
export async function decidersOf(tx: Tx, submissionId: number): Promise<string[]> {
  const decided = await tx.submissionEvent.findFirst({
    where: { submissionId, kind: { in: ['reject', 'unpublish'] } },
    orderBy: { id: 'desc' },
    select: { actorId: true, details: true },
  });
  const { second = [] } = JSON.parse(decided?.details ?? '{}') as { second?: string[] };
  return [...(decided?.actorId ? [decided.actorId] : []), ...second];
}

async function writeRequests(
  tx: Tx,
  submissionId: number,
  { requests = [], actor }: Decision,
  now: Date,
): Promise<void> {
  const { versionNumber } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { versionNumber: true },
  });
  await tx.changeRequest.createMany({
    data: requests.map(({ field, quote, reason, note }) => ({
      ...{ submissionId, version: versionNumber, field, quote, reason, note, createdAt: now },
      createdBy: actor.kind === 'staff' ? actor.id : null,
    })),
  });
}

async function tellAuthor(tx: Tx, decision: Decision, { slug }: Stepped, now: Date): Promise<void> {
  const { submissionId, requests = [], other, mailOn } = decision;
  const about = { submissionId, now, dueAt: mailOn };
  const reason = decision.note?.trim() ?? '';
  const today = toDay(now);
  const appealUntil = addDays(today, APPEAL_DAYS);
  switch (decision.transition) {
    case 'request_changes': {
      const values = {
        until: addDays(today, CHANGES_DAYS),
        requests: requests.map(({ field, quote, note }) => ({ field, quote, note })),
      };
      return notifyAuthor(tx, { ...about, template: 'changesRequested', values });
    }
    case 'approve':
      return notifyAuthor(tx, {
        ...{ ...about, template: 'approved' },
        values: { changes: await staffChangesOf(tx, submissionId), publishOn: decision.publishOn ?? null },
      });
    case 'publish':
    case 'accept_edit':
      return slug === null ? undefined : notifyAuthor(tx, { ...about, template: 'published', values: { slug } });
    case 'decline_edit':
      return notifyAuthor(tx, { ...about, template: 'editDeclined', values: { reason } });
    case 'confirm_for':
      return notifyAuthor(tx, { ...about, template: 'received', values: promiseFrom(now) });
    case 'not_spam':
      return askToConfirm(tx, submissionId, mailOn, now);
    case 'reject':
      return notifyAuthor(tx, { ...about, template: 'rejected', values: { reason, appealUntil } });
    case 'merge':
      if (!other) return;
      return notifyAuthor(tx, {
        ...{ ...about, template: 'merged', values: { otherTitle: other.title, otherSlug: other.slug } },
      });
    case 'hide':
      return notifyAuthor(tx, { ...about, template: 'hidden', values: { reason, until: addDays(today, HIDDEN_DAYS) } });
    case 'unpublish':
      return notifyAuthor(tx, { ...about, template: 'unpublished', values: { reason, appealUntil } });
    case 'republish':
      return slug === null ? undefined : notifyAuthor(tx, { ...about, template: 'republished', values: { slug } });
    case 'uphold':
      return closeAppeal(tx, decision, now, () =>
        notifyAuthor(tx, { ...about, template: 'appealUpheld', values: { reason } }),
      );
    case 'overturn': {
      const { decisionBy } = promiseFrom(now);
      return closeAppeal(tx, decision, now, () =>
        notifyAuthor(tx, { ...about, template: 'appealOverturned', values: { decisionBy } }),
      );
    }
  }
}

/** What was taken for spam was never asked to confirm its address. */
async function askToConfirm(tx: Tx, submissionId: number, dueAt: Date | undefined, now: Date): Promise<void> {
  const email = (await contactOf(tx, submissionId))?.email;
  if (!email) return;
  const { reference, locale } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { reference: true, locale: true },
  });
  const until = addDays(toDay(now), TOKEN_DAYS.confirm);
  await mailConfirmation(tx, {
    ...{ submissionId, reference, locale: locale as Locale, email, until, now },
    ...(dueAt && { dueAt }),
  });
}

async function closeAppeal(
  tx: Tx,
  { submissionId, actor, ...decision }: Decision,
  now: Date,
  tell: () => Promise<void>,
) {
  await tx.appeal.updateMany({
    where: { submissionId, outcome: null },
    data: {
      outcome: decision.transition === 'uphold' ? 'upheld' : 'overturned',
      decidedAt: now,
      decidedBy: actor.kind === 'staff' ? actor.id : null,
    },
  });
  await tell();
}
