import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { eraseFiles, removeUnnamed } from '@/lib/files/commands';
import type { Locale } from '@/lib/i18n/locales';
import { seal } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { findDraftRow } from '@/lib/submissions/draft-records';
import { type DraftError, resolveConflict, saveDraft } from '@/lib/submissions/drafts';
import { type FieldName, FORM_PAGES, PAGE_FIELDS } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { draftSecretOfIntake, findIntake } from './records';
import type { IntakeOrigin, TypedConsent } from './schema';

export { type ConfirmForError, confirmFor } from './confirm';
export { addEvidence, type EvidenceError, removeEvidence } from './evidence';
export { type SendIntakeError, sendIntake } from './send';

export type IntakeError = { code: 'notFound' } | Refusal | StorageTrouble;

/** Begins a story that came by phone or on paper: an empty draft, which anybody with the right may go on with. */
export async function startIntake(
  staff: Staff,
  wish: { origin: IntakeOrigin; locale: Locale; now?: Date },
): Promise<Result<{ id: number }, Refusal | DraftError>> {
  const { origin, locale, now = new Date() } = wish;
  const allowed = authorise(staff, 'enterStory', now);
  if (!allowed.ok) return allowed;
  const draft = await saveDraft({ secret: null, locale, page: 'organisation', answers: {}, version: null, now });
  if (!draft.ok) return draft;
  return writing<{ id: number }, never>(async (tx) => {
    const { id } = await tx.storyIntake.create({
      data: {
        ...{ origin, enteredBy: staff.id, createdAt: now, savedAt: now },
        draftKey: seal({ secret: draft.value.secret }),
      },
      select: { id: true },
    });
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'intake.start',
      object: { kind: 'intake', id },
      details: { origin },
    });
    return ok({ id });
  });
}

export interface IntakeSave {
  id: number;
  answers: StoryAnswers;
  consent: TypedConsent;
  /** Version of the draft that was looked at; null writes over everything. */
  version: number | null;
  /** Chosen between two texts, by question. */
  choices?: Partial<Record<FieldName, 'typed' | 'stored'>>;
  now?: Date;
}

/**
 * Saves what was typed, valid or not. What a colleague changed meanwhile is merged question by question, as in the public
 * form: both texts stay where both wrote.
 */
export async function saveIntake(
  staff: Staff,
  save: IntakeSave,
): Promise<Result<{ conflicts: FieldName[] }, IntakeError | DraftError>> {
  const { id, answers, consent, version, choices = {}, now = new Date() } = save;
  const allowed = authorise(staff, 'enterStory', now);
  if (!allowed.ok) return allowed;
  const row = await findIntake(db(), id);
  const secret = row && draftSecretOfIntake(row);
  if (!row || !secret) return fail({ code: 'notFound' });
  const conflicts = new Set<FieldName>();
  for (const page of FORM_PAGES) {
    const ofPage = PAGE_FIELDS[page].filter((field) => Object.hasOwn(answers, field));
    const typed = Object.fromEntries(ofPage.map((field) => [field, answers[field]]));
    const saved = await saveDraft({ secret, locale: 'sr-Latn', page, answers: typed, version, now });
    if (!saved.ok) return saved;
    for (const field of saved.value.conflicts) conflicts.add(field);
  }
  if (Object.keys(choices).length > 0) {
    const settled = await resolveConflict({ secret, choices, now });
    if (!settled.ok) return settled;
    conflicts.clear();
    for (const field of settled.value.conflicts) conflicts.add(field);
  }
  const { who, note } = consent;
  return writing<{ conflicts: FieldName[] }, never>(async (tx) => {
    await tx.storyIntake.updateMany({
      where: { id, submissionId: null },
      data: {
        ...{ consentHow: consent.how || null, consentOn: consent.on || null, savedAt: now },
        consentSaid: who === '' && note === '' ? null : seal({ who: who.slice(0, 500), note: note.slice(0, 10_000) }),
      },
    });
    return ok({ conflicts: [...conflicts] });
  });
}

/** Throws an unsent story away, with its files and evidence. */
export async function discardIntake(staff: Staff, id: number, now = new Date()): Promise<Result<null, IntakeError>> {
  const hashes = await writing<string[], Exclude<IntakeError, StorageTrouble>>(async (tx) => {
    const allowed = authorise(staff, 'enterStory', now);
    if (!allowed.ok) return allowed;
    const row = await findIntake(tx, id);
    const secret = row && draftSecretOfIntake(row);
    if (!row || row.submissionId !== null) return fail({ code: 'notFound' });
    const draft = await findDraftRow(tx, secret, now);
    const files = draft ? await eraseFiles(tx, { draftId: draft.id }) : [];
    if (draft) await tx.storyDraft.deleteMany({ where: { id: draft.id } });
    await tx.storyIntake.deleteMany({ where: { id } });
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'intake.discard',
      object: { kind: 'intake', id },
    });
    return ok([...files, ...row.evidence.map(({ sha256 }) => sha256)]);
  });
  if (!hashes.ok) return hashes;
  await removeUnnamed(hashes.value);
  return ok(null);
}
