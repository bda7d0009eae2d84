import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { actorOf } from '@/lib/moderation/staff-rights';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import { toStoryContent } from '@/lib/stories/content';
import { freeReference } from '@/lib/submissions/commands/send';
import { closeDraft, readInput, summaryOf, writeConsents } from '@/lib/submissions/commands/write-story';
import { saveContact } from '@/lib/submissions/contacts';
import { findDraftRow, toDraftState } from '@/lib/submissions/draft-records';
import { appendEvent } from '@/lib/submissions/events';
import type { AnswerFault, StoryInput } from '@/lib/submissions/schema';
import { emailHashOf } from '@/lib/submissions/tokens';
import { writeVersion } from '@/lib/submissions/versions';
import { consentOf, draftSecretOfIntake, findIntake, type IntakeRow } from './records';
import { type ConsentFault, checkConsent, INTAKE_DAYS, intakeFields } from './schema';

export type SendIntakeError =
  | { code: 'notFound' }
  | { code: 'faults'; faults: AnswerFault[]; consent: ConsentFault[] }
  | Refusal
  | StorageTrouble;

/**
 * Makes a story of what staff typed in, checked by the schema of the public form: submission, version, sealed contact, consents,
 * log, in one transaction. It then waits for a moderator who has seen the evidence (`confirmFor`). Nobody is written to.
 */
export function sendIntake(
  staff: Staff,
  id: number,
  now = new Date(),
): Promise<Result<{ reference: string }, SendIntakeError>> {
  return writing<{ reference: string }, Exclude<SendIntakeError, StorageTrouble>>(async (tx) => {
    const allowed = authorise(staff, 'enterStory', now);
    if (!allowed.ok) return allowed;
    const intake = await findIntake(tx, id);
    if (!intake) return fail({ code: 'notFound' });
    if (intake.submissionId !== null) return ok(await referenceOf(tx, intake.submissionId));
    const draft = await findDraftRow(tx, draftSecretOfIntake(intake), now);
    if (!draft) return fail({ code: 'notFound' });
    const { answers } = toDraftState(draft);
    const owner = { draftId: draft.id, revisesId: null };
    const read = await readInput(tx, answers, owner, intakeFields(answers));
    const consent = checkConsent(consentOf(intake), now);
    if (!read.ok || !consent.ok) {
      const faults = read.ok ? [] : read.error.faults;
      return fail({ code: 'faults', faults, consent: consent.ok ? [] : consent.faults });
    }
    const submission = await createSubmission(tx, read.value, { intake, staff, now });
    await closeDraft(tx, draft.id, submission.id);
    return ok({ reference: submission.reference });
  });
}

function referenceOf(tx: Tx, id: number): Promise<{ reference: string }> {
  return tx.submission.findUniqueOrThrow({ where: { id }, select: { reference: true } });
}

interface Sending {
  intake: IntakeRow;
  staff: Staff;
  now: Date;
}

const DAY_MS = 86_400_000;

async function createSubmission(tx: Tx, input: StoryInput, { intake, staff, now }: Sending) {
  // Left out of what was asked where there is none.
  const email = (input.contactEmail as string | undefined) ?? null;
  const submission = await tx.submission.create({
    data: {
      ...{ ...summaryOf(input), reference: await freeReference(tx), state: 'unconfirmed', stateSince: now },
      ...{ origin: intake.origin, locale: input.submissionLocale, createdAt: now },
      emailHash: email === null ? null : emailHashOf(email),
      eraseOn: new Date(now.getTime() + INTAKE_DAYS * DAY_MS),
    },
    select: { id: true, reference: true },
  });
  const submissionId = submission.id;
  await writeVersion(tx, submissionId, 1, toStoryContent(input), now);
  await saveContact(tx, submissionId, { name: input.contactName, email, phone: input.contactPhone }, now);
  await writeConsents(tx, submissionId, input, now);
  await tx.storyIntake.updateMany({ where: { id: intake.id }, data: { submissionId, draftKey: null } });
  await tx.staffFile.updateMany({ where: { intakeId: intake.id }, data: { submissionId } });
  await refreshStoryInQueue(tx, submissionId);
  await appendEvent(tx, {
    ...{ submissionId, kind: 'send', from: 'draft', to: 'unconfirmed', now },
    actor: actorOf(staff),
    details: { version: 1, origin: [intake.origin] },
  });
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: 'intake.send',
    object: { kind: 'submission', id: submissionId },
    details: { origin: intake.origin, evidence: intake.evidence.length, mail: email !== null },
  });
  return submission;
}
