import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { StoryContent } from '@/lib/stories/content';
import { appendEvent } from '@/lib/submissions/events';
import type { FieldName } from '@/lib/submissions/fields';
import { countSigns, tidy } from '@/lib/submissions/values';
import { contentOf } from '@/lib/submissions/versions';
import type { PassageRequest } from './commands';
import { findDraft, MOST_REQUESTS, saveDraft } from './decision-drafts';
import { ASKABLE, textsOfField } from './passages';
import { actorOf } from './staff-rights';

/** Longest note to the author on one passage, and longest passage, in signs. */
export const REQUEST_NOTE_MAX = 1_000;
export const QUOTE_MAX = 500;

export type RequestFault =
  | 'fieldWrong'
  | 'quoteMissing'
  | 'quoteTooLong'
  | 'reasonNeeded'
  | 'noteNeeded'
  | 'noteTooLong'
  | 'tooMany';
export type RequestError = Refusal | { code: RequestFault | 'notFound' } | StorageTrouble;

/**
 * Puts a request into the answer that somebody prepares: which question, which passage of it, why, and what is asked. The
 * passage has to stand in the newest version, blanks and line breaks apart. Nothing is sent. Needs `askForChanges`.
 */
export async function collectRequest(
  staff: Staff,
  submissionId: number,
  typed: { field: string; quote: string; reason: string; note: string },
  now = new Date(),
): Promise<Result<null, RequestError>> {
  const allowed = authorise(staff, 'askForChanges', now);
  if (!allowed.ok) return allowed;
  const story = await db().submission.findUnique({
    where: { id: submissionId, state: { not: 'erased' } },
    select: { versionNumber: true },
  });
  if (!story) return fail({ code: 'notFound' });
  const content = await contentOf(db(), submissionId, story.versionNumber);
  const checked = await checkRequest(content, typed);
  if (!checked.ok) return checked;
  const draft = await findDraft(staff, submissionId);
  if (draft.requests.length >= MOST_REQUESTS) return fail({ code: 'tooMany' });
  return saveDraft(staff, submissionId, { ...draft, requests: [...draft.requests, checked.value], form: null }, now);
}

async function checkRequest(
  content: StoryContent,
  typed: { field: string; quote: string; reason: string; note: string },
): Promise<Result<PassageRequest, { code: RequestFault }>> {
  if (!(ASKABLE as readonly string[]).includes(typed.field)) return fail({ code: 'fieldWrong' });
  const field = typed.field as FieldName;
  const known = await db().decisionReason.count({ where: { code: typed.reason, kind: 'changes', retired: false } });
  const quote = tidy(typed.quote) || null;
  const note = tidy(typed.note);
  if (quote !== null && countSigns(quote, QUOTE_MAX) > QUOTE_MAX) return fail({ code: 'quoteTooLong' });
  const found = quote === null ? null : findPassage(textsOfField(content, field), quote);
  if (quote !== null && found === null) return fail({ code: 'quoteMissing' });
  if (known === 0) return fail({ code: 'reasonNeeded' });
  if (note === '') return fail({ code: 'noteNeeded' });
  if (countSigns(note, REQUEST_NOTE_MAX) > REQUEST_NOTE_MAX) return fail({ code: 'noteTooLong' });
  return ok({ field, quote: found, reason: typed.reason, note });
}

/** The passage as it stands in one of the texts, whatever the blanks of the copy are; null when it stands in none. */
export function findPassage(texts: readonly string[], quote: string): string | null {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(words.join('\\s+'), 'u');
  for (const text of texts) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return null;
}

/** Takes a request out of the answer that is prepared. */
export async function dropRequest(
  staff: Staff,
  submissionId: number,
  index: number,
  now = new Date(),
): Promise<Result<null, RequestError>> {
  const allowed = authorise(staff, 'askForChanges', now);
  if (!allowed.ok) return allowed;
  const draft = await findDraft(staff, submissionId);
  const requests = draft.requests.filter((_, at) => at !== index);
  return saveDraft(staff, submissionId, { ...draft, requests }, now);
}

/**
 * Says of a request that its author answered whether it is solved. One that is not may be asked again: it goes into the
 * answer that is prepared, with its passage if that still stands. Needs `askForChanges`.
 */
export async function judgeRequest(
  staff: Staff,
  wish: { request: number; solved: boolean },
  now = new Date(),
): Promise<Result<{ submissionId: number }, RequestError>> {
  const allowed = authorise(staff, 'askForChanges', now);
  if (!allowed.ok) return allowed;
  const judged = await writing<PassageRequest & { submissionId: number }, { code: 'notFound' }>(async (tx) => {
    const row = await tx.changeRequest.findUnique({ where: { id: wish.request } });
    if (!row || row.answeredAt === null) return fail({ code: 'notFound' });
    const { submissionId } = row;
    await tx.changeRequest.updateMany({ where: { id: row.id }, data: { solvedAt: wish.solved ? now : null } });
    const details = { request: row.id, solved: wish.solved };
    await appendEvent(tx, { submissionId, kind: 'judge_request', actor: actorOf(staff), details, now });
    await recordAudit(tx, {
      ...{ actor: { kind: 'staff', id: staff.id }, action: 'submission.judge_request', details },
      object: { kind: 'submission', id: submissionId },
    });
    const { quote, reason, note } = row;
    return ok({ submissionId, field: row.field as FieldName, quote, reason, note });
  });
  if (!judged.ok) return judged;
  const { submissionId, ...request } = judged.value;
  if (!wish.solved) await askAgain(staff, submissionId, request, now);
  return ok({ submissionId });
}

async function askAgain(staff: Staff, submissionId: number, request: PassageRequest, now: Date): Promise<void> {
  const { versionNumber } = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { versionNumber: true },
  });
  const texts = textsOfField(await contentOf(db(), submissionId, versionNumber), request.field);
  const quote = request.quote === null ? null : findPassage(texts, request.quote);
  const draft = await findDraft(staff, submissionId);
  const others = draft.requests.filter(({ field, note }) => field !== request.field || note !== request.note);
  await saveDraft(staff, submissionId, { ...draft, requests: [...others, { ...request, quote }] }, now);
}
