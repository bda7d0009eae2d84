import 'server-only';
import type { Tx } from '@/lib/db';
import { attachFiles } from '@/lib/files/commands';
import { withFiles } from '@/lib/files/queries';
import { fail, ok, type Result } from '@/lib/shared/result';
import { CONSENT_PURPOSES, CONSENT_VERSION, type ConsentPurpose, FIELD_NAMES, type FieldName } from '../fields';
import { unknownTerms, withKnownIds } from '../known-codes';
import { type AnswerFault, checkAnswers, type StoryAnswers, type StoryInput } from '../schema';
import { foreignFiles } from '../story-files';

/** The draft whose answers are read, and the story that it revises. */
export interface AnswersOwner {
  draftId: number;
  revisesId: number | null;
}

/**
 * Checks all answers of a story, with what only the database knows: terms, records, places, files.
 * @param owner null for answers that came without a draft
 * @param wanted questions that are asked; all of them unless said
 */
export async function readInput(
  tx: Tx,
  answers: StoryAnswers,
  owner: AnswersOwner | null,
  wanted: readonly FieldName[] = FIELD_NAMES,
): Promise<Result<StoryInput, { code: 'faults'; faults: AnswerFault[] }>> {
  const checked = checkAnswers(owner ? await withFiles(tx, { answers, ...owner }) : answers, wanted);
  if (!checked.ok) return fail({ code: 'faults', faults: checked.faults });
  const input = checked.value as StoryInput;
  const faults = [...(await unknownTerms(tx, input)), ...(owner ? [] : foreignFiles(input))];
  if (faults.length > 0) return fail({ code: 'faults', faults });
  return ok(await withKnownIds(tx, input));
}

/** What of a version stands in the submission's own row, for lists. */
export function summaryOf(
  input: Pick<StoryInput, 'title' | 'organisationName' | 'organisationId' | 'showName' | 'licence'>,
) {
  const { title, organisationName, organisationId, showName, licence } = input;
  return { title, organisationName, enterpriseId: organisationId, showName, licence };
}

/** Writes what was consented to, and takes back what no longer is. Each consent keeps its time and the version of its words. */
export async function writeConsents(tx: Tx, submissionId: number, input: StoryInput, now: Date): Promise<void> {
  const wanted: Record<ConsentPurpose, boolean> = {
    publish: input.consentPublish,
    research: input.consentResearch,
    social: input.consentSocial,
  };
  const standing = await tx.consent.findMany({
    where: { submissionId, withdrawnAt: null },
    select: { purpose: true, version: true },
  });
  for (const purpose of CONSENT_PURPOSES) {
    const given = standing.find((consent) => consent.purpose === purpose);
    if (given && wanted[purpose] && given.version === CONSENT_VERSION) continue;
    if (given) {
      await tx.consent.updateMany({ where: { submissionId, purpose, withdrawnAt: null }, data: { withdrawnAt: now } });
    }
    if (wanted[purpose]) {
      await tx.consent.create({ data: { submissionId, purpose, version: CONSENT_VERSION, givenAt: now } });
    }
  }
}

/** The draft stays as the answer to a second send; what was typed now stands in the story alone. */
export async function closeDraft(tx: Tx, draftId: number, submissionId: number): Promise<void> {
  await attachFiles(tx, { draftId, submissionId });
  await tx.storyDraft.updateMany({
    where: { id: draftId },
    data: { sentAsId: submissionId, answers: '{}', contact: null, conflict: null, trail: '{}' },
  });
  await tx.accessToken.deleteMany({ where: { draftId, purpose: 'resume' } });
}
