import 'server-only';
import { forgetAuditProofs } from '@/lib/audit/proofs';
import type { Tx } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { eraseFiles, removeUnnamed } from '@/lib/files/commands';
import type { Locale } from '@/lib/i18n/locales';
import { cancelMails, queueMail } from '@/lib/mail/outbox';
import { type Actor, nextState, type State, type TransitionError } from '@/lib/moderation/rules';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { removeStory } from '@/lib/stories/commands';
import { contactOf } from '../contacts';
import { appendEvent } from '../events';
import { openStatus } from '../status-door';
import type { AuthorError } from './withdraw';

/**
 * Erases a story at its author's wish, at once and in every state. What is left is the reference, the dates and what was
 * done. A mail says so (E17); its address is gone when it is sent. Backups of before still hold the story.
 */
export async function erase(token: string, now = new Date()): Promise<Result<{ reference: string }, AuthorError>> {
  const erased = await writing<{ reference: string; hashes: string[] }, { code: 'notFound' } | TransitionError>(
    async (tx) => {
      const story = await openStatus(tx, token, now);
      if (!story) return fail({ code: 'notFound' });
      const done = await eraseSubmission(tx, { submissionId: story.id, actor: { kind: 'submitter' }, now });
      return done.ok ? ok({ reference: story.reference, hashes: done.value }) : done;
    },
  );
  if (!erased.ok) return erased;
  await removeErasedContents(erased.value.hashes);
  return ok({ reference: erased.value.reference });
}

/** The rows are gone; should the disk or the database refuse now, the nightly sweep removes the contents. */
export async function removeErasedContents(hashes: readonly string[]): Promise<void> {
  await removeUnnamed(hashes);
}

interface Erasure {
  submissionId: number;
  actor: Actor;
  /** `expire` for a story that was never confirmed. */
  transition?: 'erase' | 'expire';
  now: Date;
}

/**
 * Erases one story, in the caller's transaction: texts, contact, consents, requests, links, files, drafts, the public page.
 * @returns hashes of files, for `removeErasedContents` after the transaction
 */
export async function eraseSubmission(tx: Tx, erasure: Erasure): Promise<Result<string[], TransitionError>> {
  const { submissionId, actor, transition = 'erase', now } = erasure;
  const story = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { state: true, reference: true, locale: true, confirmedAt: true },
  });
  const from = story.state as State;
  const next = nextState(from, transition, actor);
  if (!next.ok) return next;
  const contact = await contactOf(tx, submissionId);
  await cancelMails(tx, submissionId);
  await removeStory(tx, submissionId);
  await forgetAuditProofs(tx, { kind: 'submission', id: submissionId });
  const hashes = await eraseRows(tx, submissionId);
  await tx.submission.updateMany({
    where: { id: submissionId },
    data: { ...NOTHING, state: next.value, stateSince: now },
  });
  await appendEvent(tx, { submissionId, kind: transition, from, to: next.value, actor, now });
  await refreshStoryInQueue(tx, submissionId);
  // An address that was not confirmed may be another person's, who knows of no story.
  if (contact?.email && story.confirmedAt && from !== 'spam') {
    const { reference, locale } = story;
    await queueMail(tx, {
      ...{ template: 'erased', locale: locale as Locale, to: contact.email, values: { reference } },
      ...{ submissionId, dedupeKey: `erased:${submissionId}`, dueAt: now },
    });
  }
  return ok(hashes);
}

/** Columns of a story of which nothing is left. */
const NOTHING = {
  ...{ liveVersion: null, pendingVersion: null, title: null, organisationName: null, enterpriseId: null },
  ...{ showName: 'no', licence: 'cc_by', spamScore: 0, spamReasons: '[]', emailHash: null, eraseOn: null },
  publishOn: null,
};

async function eraseRows(tx: Tx, submissionId: number): Promise<string[]> {
  const drafts = await tx.storyDraft.findMany({
    where: { OR: [{ sentAsId: submissionId }, { revisesId: submissionId }] },
    select: { id: true },
  });
  const hashes = await eraseFiles(tx, { submissionId });
  for (const { id } of drafts) hashes.push(...(await eraseFiles(tx, { draftId: id })));
  await tx.storyDraft.deleteMany({ where: { id: { in: drafts.map(({ id }) => id) } } });
  const where = { submissionId };
  await tx.submissionVersion.deleteMany({ where });
  await tx.storyTranslation.deleteMany({ where });
  await tx.storyIntake.deleteMany({ where });
  await tx.changeRequest.deleteMany({ where });
  await tx.appeal.deleteMany({ where });
  await tx.decisionUndo.deleteMany({ where });
  await tx.rejectionProposal.deleteMany({ where });
  await tx.storyNote.deleteMany({ where });
  await tx.storyCheck.deleteMany({ where });
  await tx.decisionDraft.deleteMany({ where });
  await tx.submissionContact.deleteMany({ where });
  await tx.consent.deleteMany({ where });
  await tx.accessToken.deleteMany({ where });
  await tx.storyClaim.deleteMany({ where });
  await tx.storyAssignment.deleteMany({ where });
  await tx.storyViewer.deleteMany({ where });
  return hashes;
}
