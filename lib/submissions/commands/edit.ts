import 'server-only';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { isPublic, type State } from '@/lib/moderation/rules';
import { hashSecret, secretFrom } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { CONTENT_FIELDS, toStoryContent } from '@/lib/stories/content';
import { promiseFrom } from '../calendar';
import { contactOf, saveContact } from '../contacts';
import { type DraftRow, markOf, toDraftColumns, toDraftState } from '../draft-records';
import { draftExpiry } from '../draft-values';
import { maskEmail } from '../email';
import { EMPTY_DRAFT, mergeSave } from '../merge-draft';
import { notifyAuthor } from '../notify';
import { isEditable } from '../rules';
import type { AnswerFault, StoryAnswers, StoryInput } from '../schema';
import { openStatus } from '../status-door';
import { transition } from '../transition';
import { contentOf, writeVersion } from '../versions';
import { closeDraft, readInput, summaryOf, writeConsents } from './write-story';

export type EditError = { code: 'notFound' | 'notAllowed' } | StorageTrouble;

/**
 * Begins an edit of a story, or goes on with the one that was begun from the same link: a draft with the newest version's
 * answers, the contact and the consents. The story itself stays as it is until the draft is sent (`sendStory`).
 * @returns the secret for the draft's cookie
 */
export function startEdit(token: string, now = new Date()): Promise<Result<{ secret: string }, EditError>> {
  return writing<{ secret: string }, EditError>(async (tx) => {
    const story = await openStatus(tx, token, now);
    if (!story) return fail({ code: 'notFound' });
    if (!isEditable(story.state)) return fail({ code: 'notAllowed' });
    // The same link leads to the same draft, from whichever device; after a new version to a new one.
    const secret = secretFrom(token, `edit:${story.id}:${story.versionNumber}`);
    const keyHash = hashSecret(secret);
    const open = await tx.storyDraft.findUnique({ where: { keyHash }, select: { expiresAt: true } });
    if (open && open.expiresAt > now) return ok({ secret });
    await tx.storyDraft.deleteMany({ where: { keyHash } });
    const answers = await answersOf(tx, story.id, story.versionNumber);
    const draft = mergeSave(EMPTY_DRAFT, { answers, seen: null, markOf });
    await tx.storyDraft.create({
      data: {
        ...{ ...toDraftColumns(draft), keyHash, locale: story.locale, createdAt: now, savedAt: now },
        ...{ expiresAt: draftExpiry(now), revisesId: story.id, revisesVersion: story.versionNumber },
      },
      select: { id: true },
    });
    return ok({ secret });
  });
}

async function answersOf(tx: Tx, submissionId: number, version: number): Promise<StoryAnswers> {
  const contact = await contactOf(tx, submissionId);
  const consents = await tx.consent.findMany({ where: { submissionId, withdrawnAt: null }, select: { purpose: true } });
  const agreed = (purpose: string) => consents.some((consent) => consent.purpose === purpose);
  return {
    ...(await contentOf(tx, submissionId, version)),
    contactName: contact?.name ?? '',
    contactEmail: contact?.email ?? '',
    contactPhone: contact?.phone ?? '',
    consentPublish: agreed('publish'),
    consentResearch: agreed('research'),
    consentSocial: agreed('social'),
  };
}

type SendEditError = { code: 'faults'; faults: AnswerFault[] } | { code: 'stale' | 'notAllowed' };

/**
 * Makes a draft that revises a story its next version, in the caller's transaction. What was public stays public until
 * the new version is approved; a story that waited for changes goes back to the desk.
 */
export async function sendEdit(
  tx: Tx,
  draft: DraftRow,
  submissionId: number,
  now: Date,
): Promise<Result<{ reference: string; emailMasked: string }, SendEditError>> {
  const story = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { reference: true, state: true, versionNumber: true, confirmedAt: true },
  });
  if (!isEditable(story.state as State)) return fail({ code: 'notAllowed' });
  const read = await readInput(tx, toDraftState(draft).answers, { draftId: draft.id, revisesId: submissionId });
  if (!read.ok) return read;
  const contact = await contactOf(tx, submissionId);
  // Mail goes to the address that was confirmed and to no other; its owner has proved to read it.
  if (contact && contact.email !== read.value.contactEmail) return fail({ code: 'faults', faults: [FIXED_EMAIL] });
  if (draft.revisesVersion !== story.versionNumber) {
    await rebase(tx, draft, read.value, submissionId, story.versionNumber);
    return fail({ code: 'stale' });
  }
  await writeEdit(tx, submissionId, read.value, story, now);
  await closeDraft(tx, draft.id, submissionId);
  return ok({ reference: story.reference, emailMasked: maskEmail(read.value.contactEmail) });
}

const FIXED_EMAIL: AnswerFault = { field: 'contactEmail', item: null, part: null, key: 'emailIsFixed' };

async function writeEdit(
  tx: Tx,
  id: number,
  input: StoryInput,
  story: { state: string; versionNumber: number },
  now: Date,
): Promise<void> {
  const state = story.state as State;
  const content = toStoryContent(input);
  const before = await contentOf(tx, id, story.versionNumber);
  await saveContact(tx, id, { name: input.contactName, email: input.contactEmail, phone: input.contactPhone }, now);
  await writeConsents(tx, id, input, now);
  const asked = state === 'changes_requested' || state === 'dormant';
  const changed = CONTENT_FIELDS.filter((field) => !same(before[field], content[field]));
  if (changed.length === 0 && !asked) return;
  const number = story.versionNumber + 1;
  await writeVersion(tx, id, number, content, now);
  const live = isPublic(state) || state === 'hidden';
  await tx.submission.updateMany({
    where: { id },
    data: { versionNumber: number, ...(live ? { pendingVersion: number } : summaryOf(input)) },
  });
  if (asked)
    await tx.changeRequest.updateMany({ where: { submissionId: id, answeredAt: null }, data: { answeredAt: now } });
  const stepped = await transition(tx, {
    ...{ submissionId: id, transition: asked ? 'resubmit' : 'edit', actor: { kind: 'submitter' }, revision: null, now },
    details: { version: number, fields: changed },
  });
  if (!stepped.ok) throw new Error(`An edit in state ${state} was refused: ${stepped.error.code}`);
  if (state === 'unconfirmed') return;
  const { decisionBy } = promiseFrom(now);
  await notifyAuthor(tx, { submissionId: id, template: 'receivedAgain', values: { isPublic: live, decisionBy }, now });
}

/**
 * Puts a draft onto a newer version than the one it began with: what its writer did not touch is taken from there; what
 * both changed stands as in the newer version, and as typed in `conflict`.
 */
async function rebase(tx: Tx, draft: DraftRow, input: StoryInput, id: number, newest: number): Promise<void> {
  const base = await contentOf(tx, id, draft.revisesVersion ?? newest);
  const content = await contentOf(tx, id, newest);
  const moved = CONTENT_FIELDS.filter(
    (field) => !same(base[field], content[field]) && !same(input[field], content[field]),
  );
  const state = toDraftState(draft);
  const taken = Object.fromEntries(moved.map((field) => [field, content[field]]));
  const next = mergeSave(state, { answers: taken, seen: null, markOf });
  for (const field of moved) {
    if (!same(input[field], base[field])) next.conflicts[field] = state.answers[field];
  }
  await tx.storyDraft.updateMany({
    where: { id: draft.id },
    data: { ...toDraftColumns(next), revisesVersion: newest },
  });
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
