import 'server-only';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { hashSecret } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { toStoryContent } from '@/lib/stories/content';
import { addDays, toDay } from '../calendar';
import { contactOf, saveContact } from '../contacts';
import { type DraftRow, findDraftRow, toDraftState } from '../draft-records';
import { draftExpiry } from '../draft-values';
import { maskEmail } from '../email';
import { appendEvent } from '../events';
import { type MailLimited, mailLimit } from '../mail-limit';
import { mailConfirmation } from '../notify';
import { newReference } from '../references';
import { eraseOnFor } from '../retention-rules';
import type { AnswerFault, StoryAnswers, StoryInput } from '../schema';
import { emailHashOf, TOKEN_DAYS } from '../tokens';
import { writeVersion } from '../versions';
import { sendEdit } from './edit';
import { closeDraft, readInput, summaryOf, writeConsents } from './write-story';

/** What the judge of spam said (lib/abuse). `spam` is kept for 30 days and gets no mail; the sender sees no difference. */
export interface SpamVerdict {
  score: number;
  /** Codes. */
  reasons: readonly string[];
  verdict: 'pass' | 'hold' | 'spam';
}

export interface SentStory {
  reference: string;
  /** The address that was written to, for who knows it: `a…@primer.example`. */
  emailMasked: string;
}

export type SendError =
  | { code: 'gone' }
  | { code: 'faults'; faults: AnswerFault[] }
  /** An edit whose story has changed meanwhile; what both changed stands in the draft's `conflict` now. */
  | { code: 'stale' }
  /** An edit of a story that cannot be edited any more (withdrawn, erased). */
  | { code: 'notAllowed' }
  | MailLimited
  | StorageTrouble;

/**
 * Sends a draft: writes the submission with its first version, contact and consents, its log, and the mail that asks to
 * confirm the address, in one transaction. A draft is sent once: who sends it again (a double click, the back button)
 * gets the answer of the first time. A draft that revises a story becomes its next version.
 */
export function sendStory(wish: {
  secret: string;
  origin: 'web' | 'api';
  spam: SpamVerdict;
  now?: Date;
}): Promise<Result<SentStory, SendError>> {
  const { secret, origin, spam, now = new Date() } = wish;
  return writing<SentStory, SendError>(async (tx) => {
    const draft = await findDraftRow(tx, secret, now);
    if (!draft) return fail({ code: 'gone' });
    if (draft.sentAsId !== null) return ok(await firstAnswer(tx, draft.sentAsId));
    if (draft.revisesId !== null) return sendEdit(tx, draft, draft.revisesId, now);
    const read = await readInput(tx, toDraftState(draft).answers, { draftId: draft.id, revisesId: null });
    if (!read.ok) return read;
    const limited = await mailLimit(tx, emailHashOf(read.value.contactEmail), now);
    if (limited) return fail(limited);
    return ok(await createSubmission(tx, read.value, { draft, origin, spam, now }));
  });
}

/** The answer of the first time a draft was sent. */
async function firstAnswer(tx: Tx, submissionId: number): Promise<SentStory> {
  const { reference } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { reference: true },
  });
  const contact = await contactOf(tx, submissionId);
  return { reference, emailMasked: contact?.email ? maskEmail(contact.email) : '' };
}

/**
 * Sends a story that came whole, through the open interface. With a key of the caller's own (`Idempotency-Key`) a second
 * try with the same key and address gets the first answer.
 */
export function sendAnswers(wish: {
  answers: StoryAnswers;
  spam: SpamVerdict;
  idempotencyKey?: string | null;
  now?: Date;
}): Promise<Result<SentStory, Exclude<SendError, { code: 'gone' | 'stale' | 'notAllowed' }>>> {
  const { answers, spam, idempotencyKey, now = new Date() } = wish;
  return writing<SentStory, { code: 'faults'; faults: AnswerFault[] } | MailLimited>(async (tx) => {
    const read = await readInput(tx, answers, null);
    if (!read.ok) return read;
    const emailHash = emailHashOf(read.value.contactEmail);
    const keyHash = idempotencyKey == null ? null : hashSecret(`api ${emailHash} ${idempotencyKey}`);
    const before = await (keyHash === null
      ? null
      : tx.storyDraft.findUnique({ where: { keyHash }, select: { sentAsId: true } }));
    if (before?.sentAsId) return ok(await firstAnswer(tx, before.sentAsId));
    const limited = await mailLimit(tx, emailHash, now);
    if (limited) return fail(limited);
    const sent = await createSubmission(tx, read.value, { draft: null, origin: 'api', spam, now });
    if (keyHash) {
      const { id } = await tx.submission.findUniqueOrThrow({
        where: { reference: sent.reference },
        select: { id: true },
      });
      const row = { keyHash, locale: read.value.submissionLocale, sentAsId: id, createdAt: now, savedAt: now };
      await tx.storyDraft.create({ data: { ...row, expiresAt: draftExpiry(now) }, select: { id: true } });
    }
    return ok(sent);
  });
}

interface Sending {
  draft: DraftRow | null;
  origin: 'web' | 'api';
  spam: SpamVerdict;
  now: Date;
}

async function createSubmission(tx: Tx, input: StoryInput, { draft, origin, spam, now }: Sending): Promise<SentStory> {
  const state = spam.verdict === 'spam' ? 'spam' : 'unconfirmed';
  const email = input.contactEmail;
  const { id, reference } = await tx.submission.create({
    data: {
      ...summaryOf(input),
      reference: await freeReference(tx),
      state,
      stateSince: now,
      origin,
      locale: input.submissionLocale,
      spamScore: spam.score,
      spamReasons: JSON.stringify(spam.reasons),
      emailHash: emailHashOf(email),
      createdAt: now,
      eraseOn: eraseOnFor(state, now),
    },
    select: { id: true, reference: true },
  });
  await writeVersion(tx, id, 1, toStoryContent(input), now);
  await saveContact(tx, id, { name: input.contactName, email, phone: input.contactPhone }, now);
  await writeConsents(tx, id, input, now);
  await appendEvent(tx, {
    ...{ submissionId: id, kind: 'send', from: 'draft', to: state, actor: { kind: 'submitter' }, now },
    details: { version: 1 },
  });
  if (draft) await closeDraft(tx, draft.id, id);
  await refreshStoryInQueue(tx, id);
  if (state !== 'spam') {
    const until = addDays(toDay(now), TOKEN_DAYS.confirm);
    await mailConfirmation(tx, {
      submissionId: id,
      reference,
      locale: input.submissionLocale as Locale,
      email,
      until,
      now,
    });
  }
  return { reference, emailMasked: maskEmail(email) };
}

/** Two references may be equal by chance (15⁹ are possible). */
export async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = newReference();
    if ((await tx.submission.count({ where: { reference } })) === 0) return reference;
  }
}
